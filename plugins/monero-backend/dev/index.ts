import { createBackend } from '@backstage/backend-defaults';

// The plugin by itself, against the clusters and the repository of a
// configuration file: yarn start --config ../../app-config.local.yaml
const backend = createBackend();
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('../src'));
backend.start();
