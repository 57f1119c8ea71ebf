import { walletMethod } from '../walletMethod';

/** Which wallet to open. */
export interface OpenWalletParams {
  fileName: string;
  password?: string;
  /** Write the one that is open before it is closed; true unless said. */
  saveCurrent?: boolean;
}

/** Opens a wallet, and closes the one that is open. */
export const openWallet = walletMethod<OpenWalletParams>('open_wallet', {
  encode: ({ fileName, password, saveCurrent }) => ({
    filename: fileName,
    password: password ?? '',
    autosave_current: saveCurrent ?? true,
  }),
});
