import { join } from 'node:path';

/** The checkout that this file is in. */
const CHECKOUT = join(__dirname, '..', '..', '..', '..');

/** `$MONERO_DEV_CLUSTER_DATA`, else `.data/cluster` in the checkout. */
export function defaultDataDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.MONERO_DEV_CLUSTER_DATA || join(CHECKOUT, '.data', 'cluster');
}
