import { walletMethod } from '../walletMethod';

/** Writes notes to transactions. */
export const setTransactionNotes = walletMethod<{
  notes: readonly { hash: string; note: string }[];
}>('set_tx_notes', {
  encode: ({ notes }) => ({
    txids: notes.map(({ hash }) => hash),
    notes: notes.map(({ note }) => note),
  }),
});
