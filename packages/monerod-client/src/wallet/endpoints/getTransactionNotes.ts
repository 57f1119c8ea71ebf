import { walletMethod } from '../walletMethod';

/** Notes to transactions, in the order asked for; empty where there is none. */
export const getTransactionNotes = walletMethod<
  { hashes: readonly string[] },
  string[]
>('get_tx_notes', {
  encode: ({ hashes }) => ({ txids: hashes }),
  decode: wire => wire.strings('notes'),
});
