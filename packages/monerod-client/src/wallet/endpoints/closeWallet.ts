import { walletMethod } from '../walletMethod';

/** Closes the wallet; writes it to disk unless told not to. */
export const closeWallet = walletMethod<{ save?: boolean } | void>(
  'close_wallet',
  { encode: params => ({ autosave_current: params?.save ?? true }) },
);
