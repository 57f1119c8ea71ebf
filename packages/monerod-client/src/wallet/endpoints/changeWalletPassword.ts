import { walletMethod } from '../walletMethod';

/** Guards the wallet's file by another password. */
export const changeWalletPassword = walletMethod<{
  oldPassword: string;
  newPassword: string;
}>('change_wallet_password', {
  encode: ({ oldPassword, newPassword }) => ({
    old_password: oldPassword,
    new_password: newPassword,
  }),
});
