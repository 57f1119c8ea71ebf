import {
  decodeOne,
  encodeMaking,
  MadeTransactions,
  MakingOptions,
} from '../madeTransactions';
import { Destination, encodeDestination } from '../Transfer';
import { walletMethod } from '../walletMethod';

/** Who gets how much, and where it comes from. */
export interface TransferParams extends MakingOptions {
  destinations: readonly Destination[];
  /** Who pays; 0 unless said. */
  accountIndex?: number;
  /** Spend from these addresses only. */
  addressIndices?: readonly number[];
  /** Destinations, by position, that pay the fee out of what they get. From 0.18.3 on. */
  subtractFeeFrom?: readonly number[];
}

/** How the wallet wants to be told of a transfer. */
export const encodeTransfer = (params: TransferParams) => ({
  destinations: params.destinations.map(encodeDestination),
  account_index: params.accountIndex ?? 0,
  subaddr_indices: params.addressIndices,
  subtract_fee_from_outputs: params.subtractFeeFrom,
  ...encodeMaking(params),
});

/** Pays, in one transaction. `RpcError` where it does not fit into one. */
export const transfer = walletMethod<TransferParams, MadeTransactions>(
  'transfer',
  {
    encode: params => ({
      ...encodeTransfer(params),
      get_tx_key: params.withKeys ?? false,
    }),
    decode: decodeOne,
  },
);
