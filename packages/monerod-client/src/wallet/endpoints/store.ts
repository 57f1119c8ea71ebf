import { walletMethod } from '../walletMethod';

/** Writes the wallet to disk. */
export const store = walletMethod('store');
