import { walletMethod } from '../walletMethod';

/** Looks at some transactions. The daemon learns which: it should be one's own. */
export const scanTransactions = walletMethod<{ hashes: readonly string[] }>(
  'scan_tx',
  { encode: ({ hashes }) => ({ txids: hashes }) },
);
