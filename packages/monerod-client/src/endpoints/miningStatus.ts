import { query } from '../endpoint';

/** How the daemon mines by itself. */
export interface MiningStatus {
  active: boolean;
  /** Absent while it does not mine. */
  minerAddress?: string;
  threads: number;
  hashesPerSecond: number;
  algorithm: string;
  /** Only while the machine is idle. */
  background: boolean;
  /** What a block pays now; `undefined` while it does not mine. */
  blockRewardAtomicUnits?: bigint;
  blockIntervalSeconds: number;
  difficulty: bigint;
}

/** How the daemon mines by itself; miners of their own are not seen. Unrestricted listeners only. */
export const miningStatus = query(
  'mining_status',
  'path',
  (wire): MiningStatus => ({
    active: wire.boolean('active'),
    minerAddress: wire.string('address') || undefined,
    threads: wire.count('threads_count'),
    hashesPerSecond: wire.count('speed'),
    algorithm: wire.string('pow_algorithm'),
    background: wire.boolean('is_background_mining_enabled'),
    blockRewardAtomicUnits: wire.uint64('block_reward') || undefined,
    blockIntervalSeconds: wire.count('block_target'),
    difficulty: wire.hexNumber('wide_difficulty'),
  }),
);
