import { query } from '../endpoint';
import { WireReader } from '../wire';

/** A transaction that a miner may put into a block. */
export interface MinerTransaction {
  hash: string;
  weightBytes: number;
  feeAtomicUnits: bigint;
}

/** All that is needed to make a block template. */
export interface MinerData {
  majorVersion: number;
  /** Where the next block will stand: the present height of the chain. */
  index: number;
  previousHash: string;
  seedHash: string;
  difficulty: bigint;
  medianWeightBytes: number;
  alreadyGeneratedAtomicUnits: bigint;
  transactions: MinerTransaction[];
}

/** Reads what a miner needs, from an answer or as it is published. */
export const decodeMinerData = (wire: WireReader): MinerData => ({
  majorVersion: wire.count('major_version'),
  index: wire.count('height'),
  previousHash: wire.hash('prev_id'),
  seedHash: wire.hash('seed_hash'),
  difficulty: wire.hexNumber('difficulty'),
  medianWeightBytes: wire.count('median_weight'),
  alreadyGeneratedAtomicUnits: wire.uint64('already_generated_coins'),
  transactions: wire.list('tx_backlog', entry => ({
    hash: entry.hash('id'),
    weightBytes: entry.count('weight'),
    feeAtomicUnits: entry.uint64('fee'),
  })),
});

/** What pools need to make templates of their own. */
export const getMinerData = query(
  'get_miner_data',
  'json-rpc',
  decodeMinerData,
);
