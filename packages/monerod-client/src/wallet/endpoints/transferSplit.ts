import { decodeMany, MadeTransactions } from '../madeTransactions';
import { walletMethod } from '../walletMethod';
import { encodeTransfer, TransferParams } from './transfer';

/** Pays, in as many transactions as it takes. */
export const transferSplit = walletMethod<TransferParams, MadeTransactions>(
  'transfer_split',
  {
    encode: params => ({
      ...encodeTransfer(params),
      get_tx_keys: params.withKeys ?? false,
    }),
    decode: decodeMany,
  },
);
