/** Ends the PostgreSQL that start-postgres.js has started, once, and removes its data. */
const KEY = Symbol.for('sightline.test-postgres');

module.exports = async () => {
  const server = globalThis[KEY];
  if (!server) return;
  delete globalThis[KEY];
  delete process.env.SIGHTLINE_TEST_ADMIN_URL;
  await server.stop();
};
