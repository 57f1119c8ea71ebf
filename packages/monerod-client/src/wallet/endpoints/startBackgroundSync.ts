import { walletMethod } from '../walletMethod';

/** Puts the spend key away, and goes on reading the chain. From 0.18.4 on. */
export const startBackgroundSync = walletMethod('start_background_sync');
