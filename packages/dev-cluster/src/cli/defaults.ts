import { dirname, join } from 'node:path';

/** The checkout that this package is in. */
const CHECKOUT = join(
  dirname(require.resolve('@monero-portal/dev-cluster/package.json')),
  '..',
  '..',
);

/** `$MONERO_DEV_CLUSTER_DATA`, else `.data/cluster` in the checkout. */
export function defaultDataDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.MONERO_DEV_CLUSTER_DATA || join(CHECKOUT, '.data', 'cluster');
}
