const factory = require('@backstage/cli/config/eslint-factory');

/** Every workspace of ours, and which of ours its sources may import. */
const IMPORTS = {
  'monerod-client': [],
  '@monero-portal/monero-api': [],
  '@monero-portal/kube-client': [],
  'monerod-exporter': ['monerod-client'],
  '@monero-portal/dev-cluster': ['@monero-portal/kube-client'],
  '@monero-portal/dev-loop': ['@monero-portal/dev-cluster'],
  '@monero-portal/operator': [
    '@monero-portal/kube-client',
    '@monero-portal/monero-api',
    'monerod-exporter',
  ],
  '@monero-portal/plugin-monero-common': [
    '@monero-portal/monero-api',
    'monerod-client',
  ],
  '@monero-portal/plugin-monero': [
    '@monero-portal/monero-api',
    '@monero-portal/plugin-monero-common',
  ],
  '@monero-portal/plugin-monero-backend': [
    '@monero-portal/kube-client',
    '@monero-portal/monero-api',
    '@monero-portal/plugin-monero-common',
  ],
  '@monero-portal/plugin-scaffolder-backend-module-monero': [
    '@monero-portal/monero-api',
    '@monero-portal/plugin-monero-common',
  ],
  '@monero-portal/plugin-catalog-backend-module-monero': [
    '@monero-portal/monero-api',
    '@monero-portal/plugin-monero-common',
  ],
  '@monero-portal/plugin-kubernetes-backend-module-monero': [
    '@monero-portal/monero-api',
    '@monero-portal/plugin-monero-common',
  ],
  '@monero-portal/plugin-search-backend-module-monero': [
    '@monero-portal/plugin-monero-common',
  ],
};

/**
 * The lint configuration of a workspace: Backstage's own, and the directions in
 * which our packages may import each other (docs/development.md draws them).
 *
 * @param {string} dir folder of the workspace
 */
module.exports = dir => {
  const { name } = require(`${dir}/package.json`);
  const allowed = IMPORTS[name];
  if (!allowed) {
    throw new Error(
      `${name} has no line in scripts/lint/eslint.js; say what it may import`,
    );
  }
  const forbidden = Object.keys(IMPORTS)
    .filter(other => other !== name && !allowed.includes(other))
    .map(other => ({
      name: other,
      message: `${name} may not import ${other}: see scripts/lint/eslint.js`,
    }));
  const clientNode =
    name === '@monero-portal/kube-client'
      ? []
      : [
          {
            name: '@kubernetes/client-node',
            message: 'Only packages/kube-client talks to it; import that.',
          },
        ];
  return factory(dir, {
    restrictedSrcImports: [...forbidden, ...clientNode],
    overrides: [
      {
        // Tests that several test files run, each on another database.
        files: ['**/*.behaviour.ts'],
        rules: { 'jest/no-export': 'off' },
      },
    ],
  });
};
