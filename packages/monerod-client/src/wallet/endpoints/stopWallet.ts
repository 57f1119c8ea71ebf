import { walletMethod } from '../walletMethod';

/** Writes the wallet to disk and ends the program. */
export const stopWallet = walletMethod('stop_wallet');
