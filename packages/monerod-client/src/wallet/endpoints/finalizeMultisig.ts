import { walletMethod } from '../walletMethod';

/** Does nothing any more: 0.18 refuses it, and `exchangeMultisigKeys` is the last step. */
export const finalizeMultisig = walletMethod<
  { infos: readonly string[]; password?: string },
  string
>('finalize_multisig', {
  encode: ({ infos, password }) => ({
    multisig_info: infos,
    password: password ?? '',
  }),
  decode: wire => wire.string('address'),
});
