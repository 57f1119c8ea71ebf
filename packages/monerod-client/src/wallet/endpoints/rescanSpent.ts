import { LONG_MS, walletMethod } from '../walletMethod';

/** Asks the daemon anew what is spent. Wants a trusted one. */
export const rescanSpent = walletMethod('rescan_spent', { timeoutMs: LONG_MS });
