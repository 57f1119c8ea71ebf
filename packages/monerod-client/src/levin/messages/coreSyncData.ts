import {
  blob,
  fixedHex,
  mapped,
  named,
  object,
  optional,
  u32,
  u64,
  u8,
  ValueOf,
  withDefault,
} from '../../storage';

const WIRE = object({
  height: named('current_height', u64()),
  difficulty: named('cumulative_difficulty', u64()),
  // monerod always writes it and does not insist on reading it.
  difficultyTop64: named('cumulative_difficulty_top64', optional(u64())),
  topId: named('top_id', blob(fixedHex(32))),
  topVersion: named('top_version', withDefault(u8(), 0)),
  pruningSeed: named('pruning_seed', withDefault(u32(), 0)),
});

/** The chain that a peer says it has. */
export interface CoreSyncData {
  /** Length of the chain: index of the top block + 1. */
  height: bigint;
  /** Of all blocks together; up to 128 bits. */
  cumulativeDifficulty: bigint;
  /** Hash of the top block, 64 hexadecimal digits. */
  topId: string;
  /** Hard fork version of the top block; 0: not said. */
  topVersion: number;
  /** Which part of old blocks a pruned node keeps; 0: all. */
  pruningSeed: number;
}

function fromWire(wire: ValueOf<typeof WIRE>): CoreSyncData {
  const { difficulty, difficultyTop64 = 0n, ...rest } = wire;
  return {
    ...rest,
    cumulativeDifficulty: (difficultyTop64 << 64n) | difficulty,
  };
}

function toWire(value: CoreSyncData): ValueOf<typeof WIRE> {
  const { cumulativeDifficulty: all, ...rest } = value;
  if (typeof all !== 'bigint' || all < 0n || all >= 2n ** 128n) {
    throw new Error(`cumulativeDifficulty: ${all} is not of 128 bits`);
  }
  return {
    ...rest,
    difficulty: BigInt.asUintN(64, all),
    difficultyTop64: BigInt.asUintN(64, all / 2n ** 64n),
  };
}

/** {@link CoreSyncData} on the wire. */
export const coreSyncData = mapped(WIRE, { fromWire, toWire });
