/**
 * Starts the one PostgreSQL of a test run and leaves its admin URL in SIGHTLINE_TEST_ADMIN_URL, which the workers inherit.
 * Several projects name this file; the first one starts the server. A URL that is set already is used as it is.
 */
const { require: requireTypeScript } = require('tsx/cjs/api');
const { startTemporaryPostgres } = requireTypeScript('../infra/src/postgres/temporary-postgres.ts', __filename);

module.exports = async () => {
  if (process.env.SIGHTLINE_TEST_ADMIN_URL) return;
  const server = await startTemporaryPostgres();
  process.env.SIGHTLINE_TEST_ADMIN_URL = server.adminUrl;
  globalThis[Symbol.for('sightline.test-postgres')] = server;
};
