import { walletMethod } from '../walletMethod';

/** Proves that a transaction is one's own. @returns the proof */
export const getSpendProof = walletMethod<
  { hash: string; message?: string },
  string
>('get_spend_proof', {
  encode: ({ hash, message }) => ({ txid: hash, message: message ?? '' }),
  decode: wire => wire.string('signature'),
});
