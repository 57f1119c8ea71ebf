import { walletMethod } from '../walletMethod';

/** A file, and how to guard it. */
export interface CreateWalletParams {
  /** In the folder that the program was started with. */
  fileName: string;
  password?: string;
  /** Of the seed; `English` unless said. */
  language?: string;
}

/** Makes a new wallet and opens it. */
export const createWallet = walletMethod<CreateWalletParams>('create_wallet', {
  encode: ({ fileName, password, language }) => ({
    filename: fileName,
    password: password ?? '',
    language: language ?? 'English',
  }),
});
