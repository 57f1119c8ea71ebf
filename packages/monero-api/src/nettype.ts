/** The networks that monerod knows. */
export const NETTYPES = ['mainnet', 'testnet', 'stagenet', 'regtest'] as const;

/** mainnet, testnet, stagenet or regtest. */
export type Nettype = (typeof NETTYPES)[number];
