import { walletMethod } from '../walletMethod';

/** What is claimed: that this transaction paid to this address. */
export interface CheckTransactionKeyParams {
  hash: string;
  transactionKey: string;
  address: string;
}

/** What an address got in a transaction. */
export interface Received {
  receivedAtomicUnits: bigint;
  inPool: boolean;
  confirmations: number;
}

/** Checks by a transaction's key what an address got in it. */
export const checkTransactionKey = walletMethod<
  CheckTransactionKeyParams,
  Received
>('check_tx_key', {
  encode: ({ hash, transactionKey, address }) => ({
    txid: hash,
    tx_key: transactionKey,
    address,
  }),
  decode: wire => ({
    receivedAtomicUnits: wire.uint64('received'),
    inPool: wire.boolean('in_pool'),
    confirmations: wire.count('confirmations'),
  }),
});
