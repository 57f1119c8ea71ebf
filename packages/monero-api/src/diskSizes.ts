import type { Nettype } from './nettype';

/**
 * Volume sizes where the manifest names none. Mainnet's chain was about 280 GB in 2026, pruned about 100 GB, and grows.
 */
export const DISK_SIZES: Readonly<
  Record<Nettype, { readonly full: string; readonly pruned: string }>
> = {
  mainnet: { full: '400Gi', pruned: '160Gi' },
  testnet: { full: '50Gi', pruned: '50Gi' },
  stagenet: { full: '50Gi', pruned: '50Gi' },
  regtest: { full: '1Gi', pruned: '1Gi' },
};
