import { query } from '../endpoint';
import { WireReader } from '../wire';

/** Header of a block, and what the daemon knows about it. */
export interface BlockHeader {
  /** Position in the chain, from 0; monerod calls it height. */
  index: number;
  hash: string;
  previousHash: string;
  /** Unix time that the miner claims. */
  timestampSeconds: number;
  difficulty: bigint;
  cumulativeDifficulty: bigint;
  /** New coins and fees. */
  rewardAtomicUnits: bigint;
  sizeBytes: number;
  weightBytes: number;
  /** Without the one that rewards the miner. */
  transactions: number;
  majorVersion: number;
  minorVersion: number;
  nonce: number;
  minerTransactionHash: string;
  orphan: boolean;
}

/** Reads a block header, wherever an answer holds one. */
export function decodeBlockHeader(wire: WireReader): BlockHeader {
  return {
    index: wire.count('height'),
    hash: wire.hash('hash'),
    previousHash: wire.hash('prev_hash'),
    timestampSeconds: wire.count('timestamp'),
    difficulty: wire.hexNumber('wide_difficulty'),
    cumulativeDifficulty: wire.hexNumber('wide_cumulative_difficulty'),
    rewardAtomicUnits: wire.uint64('reward'),
    sizeBytes: wire.count('block_size'),
    weightBytes: wire.count('block_weight'),
    transactions: wire.count('num_txes'),
    majorVersion: wire.count('major_version'),
    minorVersion: wire.count('minor_version'),
    nonce: wire.count('nonce'),
    minerTransactionHash: wire.hash('miner_tx_hash'),
    orphan: wire.boolean('orphan_status'),
  };
}

/** Header of the top block. `Busy` until the daemon has caught up. */
export const getLastBlockHeader = query(
  'get_last_block_header',
  'json-rpc',
  wire => decodeBlockHeader(wire.object('block_header')),
);
