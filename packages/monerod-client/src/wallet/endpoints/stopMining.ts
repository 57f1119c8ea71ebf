import { walletMethod } from '../walletMethod';

/** Has the daemon stop mining. */
export const stopMining = walletMethod('stop_mining');
