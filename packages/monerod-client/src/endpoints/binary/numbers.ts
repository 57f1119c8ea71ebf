import { mapped, StorageType, u64 } from '../../storage';

/** 64 bits of the wire that count something: a number up to 2^53 - 1. */
export const count = (): StorageType<number> =>
  mapped<bigint, number>(u64(), {
    fromWire: wire => {
      const value = Number(wire);
      if (!Number.isSafeInteger(value)) {
        throw new Error(`expected an integer from 0 to 2^53 - 1, got ${wire}`);
      }
      return value;
    },
    toWire: value => BigInt(value),
  });
