import { Endpoint } from '../endpoint';
import { WireReader } from '../wire';

/** Which transactions, and how much of them. */
export interface GetTransactionsParams {
  /** Restricted listeners take at most 100. */
  hashes: readonly string[];
  /** Leave out what only proves that they are valid. */
  prune?: boolean;
}

/** A transaction, in a block or waiting for one. */
export interface Transaction {
  hash: string;
  /** The whole transaction in hexadecimal; absent when pruned, and for those that reward miners. */
  hex?: string;
  /** Its lasting part in hexadecimal, where `hex` is absent. */
  prunedHex?: string;
  /** What can be pruned: its hash, and the part itself where the daemon has it. */
  prunableHash?: string;
  prunableHex?: string;
  doubleSpendSeen: boolean;
  /** Where it is in the chain; absent while it is in the pool. */
  block?: {
    index: number;
    timestampSeconds: number;
    confirmations: number;
    /** Positions of its outputs among all of the same amount. */
    outputIndices: number[];
  };
  /** Since when it waits; absent once it is in a block. */
  pool?: { receivedSeconds: number; relayed: boolean };
}

/** The transactions found, and the hashes of the others. */
export interface FoundTransactions {
  transactions: Transaction[];
  missing: string[];
}

function decodeTransaction(wire: WireReader): Transaction {
  const inPool = wire.boolean('in_pool');
  return {
    hash: wire.hash('tx_hash'),
    hex: wire.optionalHex('as_hex'),
    prunedHex: wire.optionalHex('pruned_as_hex'),
    prunableHash: wire.optionalHex('prunable_hash'),
    prunableHex: wire.optionalHex('prunable_as_hex'),
    doubleSpendSeen: wire.boolean('double_spend_seen'),
    block: inPool
      ? undefined
      : {
          index: wire.count('block_height'),
          timestampSeconds: wire.count('block_timestamp'),
          confirmations: wire.count('confirmations'),
          outputIndices: wire.counts('output_indices'),
        },
    pool: inPool
      ? {
          receivedSeconds: wire.count('received_timestamp'),
          relayed: wire.boolean('relayed'),
        }
      : undefined,
  };
}

/** Transactions by their hashes, from the chain and the pool. */
export const getTransactions: Endpoint<
  GetTransactionsParams,
  FoundTransactions
> = {
  name: 'get_transactions',
  style: 'path',
  encode: ({ hashes, prune }) => ({
    txs_hashes: hashes,
    decode_as_json: false,
    prune: prune ?? false,
  }),
  decode: wire => ({
    transactions: wire.list('txs', decodeTransaction),
    missing: wire.hashes('missed_tx'),
  }),
};
