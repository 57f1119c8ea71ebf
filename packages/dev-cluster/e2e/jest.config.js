/** Real clusters: as root on Linux, one after the other. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.e2e.ts'],
  testEnvironment: 'node',
  testTimeout: 120_000,
  maxWorkers: 1,
  transform: {
    '\\.ts$': [require.resolve('@backstage/cli/config/jestSwcTransform')],
  },
};
