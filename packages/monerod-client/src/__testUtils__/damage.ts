/** Random integers below a bound. */
export type Random = (bound: number) => number;

/** Random integers below a bound, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return bound => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Bytes that change how others are read: types, counts, signs, brackets. */
const TELLING = [
  0,
  1,
  3,
  4,
  0x7f,
  0x80,
  0x8a,
  0x8c,
  0x8d,
  0xfe,
  0xff,
  0x0c,
  ...Buffer.from('"{}[]:,-0e9\\'),
];

/** Damages bytes at one place: overwrites, inserts, removes, repeats, cuts. */
export function damage(
  bytes: Uint8Array,
  random: Random,
  { from = 0, maxBytes = 64 * 1024 } = {},
): Uint8Array {
  const at = Math.min(from + random(bytes.length + 1), bytes.length);
  const length = 1 + random(16);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const some = Uint8Array.from({ length }, () =>
    random(2) ? TELLING[random(TELLING.length)] : random(256),
  );
  const parts = [
    [head, some.subarray(0, 1), tail.subarray(1)],
    [head, some, tail.subarray(length)],
    [head, some, tail],
    [head, tail.subarray(length)],
    [head, tail.subarray(0, length * 8), tail],
    [head],
  ][random(6)];
  return new Uint8Array(Buffer.concat(parts)).subarray(0, maxBytes);
}
