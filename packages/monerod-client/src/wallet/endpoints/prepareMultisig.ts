import { walletMethod } from '../walletMethod';

/** Begins to make a multisig wallet: an experiment of Monero's, to be turned on first. @returns what the others need */
export const prepareMultisig = walletMethod<
  { enableExperimental?: boolean } | void,
  string
>('prepare_multisig', {
  encode: params => ({
    enable_multisig_experimental: params?.enableExperimental ?? false,
  }),
  decode: wire => wire.string('multisig_info'),
});
