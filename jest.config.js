/**
 * One configuration for all tests. `unit` needs nothing but Node; `subgraph` runs operations on a real PostgreSQL;
 * `stories` crosses real sockets; `dashboard` renders in jsdom. The PostgreSQL of the tests is started once, in globalSetup.
 */
const packages = '(contracts|kit|suppliers|inventory|production|quality|operations)';
const shared = {
  // Published as ES modules only, which jest can't require before Node 24: these are transformed like our own files.
  transform: { '^.+\\.tsx?$': ['@swc/jest'], '/node_modules/(jose|graphql-request)/.+\\.js$': ['@swc/jest'] },
  transformIgnorePatterns: ['/node_modules/(?!(jose|graphql-request)/)'],
  moduleNameMapper: {
    [`^@sightline/kit/schema/(.*)$`]: '<rootDir>/subgraphs/kit/schema/$1',
    [`^@sightline/${packages}/(.*)$`]: '<rootDir>/subgraphs/$1/src/$2',
    '^@sightline/(gateway|sources|infra)/(.*)$': '<rootDir>/$1/src/$2',
  },
  setupFiles: ['<rootDir>/tests/setup-env.js'],
  // A real database on a busy machine takes its time; a test that hangs still ends.
  setupFilesAfterEnv: ['<rootDir>/tests/set-timeout.js'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/subgraphs/*/src/**/*.test.ts',
        '<rootDir>/gateway/src/**/*.test.ts',
        '<rootDir>/sources/src/**/*.test.ts',
        '<rootDir>/infra/src/**/*.test.ts',
        '<rootDir>/tests/architecture/**/*.test.ts',
        '<rootDir>/tests/composition/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'subgraph',
      globalSetup: '<rootDir>/tests/start-postgres.js',
      globalTeardown: '<rootDir>/tests/stop-postgres.js',
      testMatch: ['<rootDir>/subgraphs/*/test/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'stories',
      globalSetup: '<rootDir>/tests/start-postgres.js',
      globalTeardown: '<rootDir>/tests/stop-postgres.js',
      testMatch: ['<rootDir>/tests/stories/**/*.test.ts', '<rootDir>/tests/conformance/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'dashboard',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/dashboard/src/**/*.test.{ts,tsx}'],
      moduleNameMapper: { ...shared.moduleNameMapper, '\\.css$': '<rootDir>/tests/empty-style.js' },
    },
  ],
};
