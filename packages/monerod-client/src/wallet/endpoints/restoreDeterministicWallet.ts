import { walletMethod } from '../walletMethod';

/** What the wallet is made of. */
export interface RestoreWalletParams {
  fileName: string;
  password?: string;
  /** SECRET: 25 words, or those of a multisig wallet. */
  seed: string;
  /** SECRET: what the words were encrypted with, if they were. */
  seedOffset?: string;
  /** Blocks before this index hold nothing of it; 0 unless said. */
  restoreBlockIndex?: number;
  /** Of the seed, where the words do not tell. */
  language?: string;
  saveCurrent?: boolean;
  /** The words are those of a multisig wallet. */
  multisig?: boolean;
}

/** A wallet that was restored. */
export interface RestoredWallet {
  address: string;
  /** SECRET. */
  seed: string;
  info: string;
  /** The words are of the list from before 2014. */
  wasDeprecated: boolean;
}

/** Makes a wallet of its seed, and opens it. */
export const restoreDeterministicWallet = walletMethod<
  RestoreWalletParams,
  RestoredWallet
>('restore_deterministic_wallet', {
  encode: params => ({
    filename: params.fileName,
    password: params.password ?? '',
    seed: params.seed,
    seed_offset: params.seedOffset ?? '',
    restore_height: params.restoreBlockIndex ?? 0,
    language: params.language ?? '',
    autosave_current: params.saveCurrent ?? true,
    enable_multisig_experimental: params.multisig,
  }),
  decode: wire => ({
    address: wire.string('address'),
    seed: wire.string('seed'),
    info: wire.string('info'),
    wasDeprecated: wire.boolean('was_deprecated'),
  }),
});
