const swc = parser => [
  require.resolve('@backstage/cli/config/jestSwcTransform'),
  {
    // Packages that are ES modules only are loaded by require like the rest.
    module: { ignoreDynamic: false, exportInteropAnnotation: true },
    jsc: { parser, transform: { react: { runtime: 'automatic' } } },
  },
];

/** Tests against the running loop or real programs: npm run test:e2e -- [PATH]. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['**/e2e/**/*.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.data/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  testTimeout: 300_000,
  testSequencer: '<rootDir>/scripts/jest/sequencer.js',
  transform: {
    '\\.(mts|ts)$': swc({ syntax: 'typescript' }),
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
    '\\.(mjs|cjs|js)$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [
    '/node_modules/(?:ajv|axe-core|@axe-core|typescript|playwright-core|prettier)/',
  ],
  moduleFileExtensions: [
    'ts',
    'tsx',
    'mts',
    'js',
    'mjs',
    'cjs',
    'json',
    'node',
  ],
};
