import { walletMethod } from '../walletMethod';

/** How the wallet may read the chain while its spend key is away. */
export interface SetupBackgroundSyncParams {
  type: 'off' | 'reuse-wallet-password' | 'custom-background-password';
  walletPassword?: string;
  backgroundPassword?: string;
}

/** Sets up reading the chain without the spend key. From 0.18.4 on. */
export const setupBackgroundSync = walletMethod<SetupBackgroundSyncParams>(
  'setup_background_sync',
  {
    encode: ({ type, walletPassword, backgroundPassword }) => ({
      background_sync_type: type,
      wallet_password: walletPassword ?? '',
      background_cache_password: backgroundPassword ?? '',
    }),
  },
);
