import { query } from '../endpoint';
import { WireReader } from '../wire';

/** A transaction that waits for a block. */
export interface PoolTransaction {
  hash: string;
  sizeBytes: number;
  weightBytes: number;
  feeAtomicUnits: bigint;
  /** Unix time; masked on a restricted listener. */
  receivedSeconds?: number;
  relayed: boolean;
  /** Unix time of the last time; `undefined` when never, and masked on a restricted listener. */
  lastRelayedSeconds?: number;
  doNotRelay: boolean;
  doubleSpendSeen: boolean;
  /** It was in a block that is no longer in the chain. */
  keptByBlock: boolean;
  /** The newest block that it takes inputs from. */
  newestInput: { index: number; blockHash: string };
  /** In hexadecimal. */
  blob: string;
}

/** The pool: what waits, and which outputs would be spent. */
export interface TransactionPool {
  transactions: PoolTransaction[];
  spentKeyImages: { keyImage: string; transactionHashes: string[] }[];
}

/** What the daemon says for a transaction that was never relayed. */
const NEVER = 2n ** 64n - 1n;

function timeOf(wire: WireReader, name: string): number | undefined {
  const time = wire.uint64(name);
  return time === NEVER || time === 0n ? undefined : wire.count(name);
}

function decodeTransaction(wire: WireReader): PoolTransaction {
  return {
    hash: wire.hash('id_hash'),
    sizeBytes: wire.count('blob_size'),
    weightBytes: wire.count('weight'),
    feeAtomicUnits: wire.uint64('fee'),
    receivedSeconds: timeOf(wire, 'receive_time'),
    relayed: wire.boolean('relayed'),
    lastRelayedSeconds: timeOf(wire, 'last_relayed_time'),
    doNotRelay: wire.boolean('do_not_relay'),
    doubleSpendSeen: wire.boolean('double_spend_seen'),
    keptByBlock: wire.boolean('kept_by_block'),
    newestInput: {
      index: wire.count('max_used_block_height'),
      blockHash: wire.hash('max_used_block_id_hash'),
    },
    blob: wire.hex('tx_blob'),
  };
}

/** Every transaction that waits, with its body. `Busy` until the daemon has caught up. */
export const getTransactionPool = query(
  'get_transaction_pool',
  'path',
  (wire): TransactionPool => ({
    transactions: wire.list('transactions', decodeTransaction),
    spentKeyImages: wire.list('spent_key_images', entry => ({
      keyImage: entry.hash('id_hash'),
      transactionHashes: entry.hashes('txs_hashes'),
    })),
  }),
);
