import { walletMethod } from '../walletMethod';

/** What brings the spend key back. */
export interface StopBackgroundSyncParams {
  walletPassword?: string;
  /** SECRET: words, for a wallet that keeps none. */
  seed?: string;
  seedOffset?: string;
}

/** Takes the spend key out again, and works through what was read. From 0.18.4 on. */
export const stopBackgroundSync = walletMethod<StopBackgroundSyncParams | void>(
  'stop_background_sync',
  {
    encode: params => ({
      wallet_password: params?.walletPassword ?? '',
      seed: params?.seed ?? '',
      seed_offset: params?.seedOffset ?? '',
    }),
  },
);
