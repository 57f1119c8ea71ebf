import { walletMethod } from '../walletMethod';

/** What the wallet is made of. */
export interface GenerateFromKeysParams {
  fileName: string;
  password?: string;
  address: string;
  /** SECRET, in hexadecimal. */
  secretViewKey: string;
  /** SECRET, in hexadecimal. Without it the wallet only sees. */
  secretSpendKey?: string;
  /** Blocks before this index hold nothing of it; 0 unless said. */
  restoreBlockIndex?: number;
  /** Of the seed. */
  language?: string;
  saveCurrent?: boolean;
}

/** Makes a wallet of keys, and opens it: a view-only one without the spend key. */
export const generateFromKeys = walletMethod<
  GenerateFromKeysParams,
  { address: string; info: string }
>('generate_from_keys', {
  encode: params => ({
    filename: params.fileName,
    password: params.password ?? '',
    address: params.address,
    viewkey: params.secretViewKey,
    spendkey: params.secretSpendKey ?? '',
    restore_height: params.restoreBlockIndex ?? 0,
    language: params.language,
    autosave_current: params.saveCurrent ?? true,
  }),
  decode: wire => ({
    address: wire.string('address'),
    info: wire.string('info'),
  }),
});
