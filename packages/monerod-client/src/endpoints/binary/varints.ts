const CONTINUES = 0x80;
const BITS = 7;

/**
 * Reads integers of 7 bits a byte, the low ones first, one after the other.
 *
 * @throws Error when the last one is cut off, or one is beyond 2^53 - 1
 */
export function decodeVarints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  let factor = 1;
  for (const byte of bytes) {
    value += (byte & ~CONTINUES) * factor;
    if (!Number.isSafeInteger(value)) {
      throw new Error('an integer beyond 2^53 - 1');
    }
    if (byte & CONTINUES) {
      factor *= 2 ** BITS;
    } else {
      values.push(value);
      value = 0;
      factor = 1;
    }
  }
  if (factor !== 1) {
    throw new Error('the last integer is cut off');
  }
  return values;
}
