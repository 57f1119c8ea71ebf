import { walletMethod } from '../walletMethod';

/** Checks a proof of `getSpendProof`. */
export const checkSpendProof = walletMethod<
  { hash: string; message?: string; signature: string },
  boolean
>('check_spend_proof', {
  encode: ({ hash, message, signature }) => ({
    txid: hash,
    message: message ?? '',
    signature,
  }),
  decode: wire => wire.boolean('good'),
});
