import { checksumPosition } from './checksum';
import { SeedError } from './SeedError';
import { WORD_COUNT, WordList } from './WordList';

/** Bytes that a seed stands for. */
export const ENTROPY_BYTES = 32;

/** Words of a seed without its checksum word: three for four bytes. */
export const DATA_WORDS = 24;

const NUMBER_BYTES = 4;
const WORDS_OF_NUMBER = 3;

/**
 * Positions in a word list of the 25 words of 32 bytes. Each word is counted
 * from the one before, so that leading zeros do not all look alike.
 *
 * @param entropy SECRET
 * @throws SeedError `InvalidEntropy`
 */
export function indicesOfEntropy(
  entropy: Uint8Array,
  wordList: WordList,
): number[] {
  if (entropy.length !== ENTROPY_BYTES) {
    throw new SeedError(
      'InvalidEntropy',
      `${entropy.length} bytes; seed words stand for ${ENTROPY_BYTES}`,
    );
  }
  const numbers = new DataView(
    entropy.buffer,
    entropy.byteOffset,
    entropy.byteLength,
  );
  const indices: number[] = [];
  for (let offset = 0; offset < ENTROPY_BYTES; offset += NUMBER_BYTES) {
    const value = numbers.getUint32(offset, true);
    const first = value % WORD_COUNT;
    const rest = Math.floor(value / WORD_COUNT);
    const second = (rest + first) % WORD_COUNT;
    const third = (Math.floor(rest / WORD_COUNT) + second) % WORD_COUNT;
    indices.push(first, second, third);
  }
  return [...indices, indices[checksumIndex(indices, wordList)]];
}

function checksumIndex(indices: readonly number[], wordList: WordList): number {
  return checksumPosition(indices.map(index => wordList.prefixAt(index)));
}

/** True when the 25th word is the one that the others ask for. */
export function checksumHolds(
  indices: readonly number[],
  wordList: WordList,
): boolean {
  const data = indices.slice(0, DATA_WORDS);
  return indices[DATA_WORDS] === data[checksumIndex(data, wordList)];
}

/**
 * The 32 bytes, SECRET, that words stand for.
 *
 * @throws SeedError `InvalidWords`
 */
export function entropyOfIndices(
  indices: readonly number[],
  wordList: WordList,
): Uint8Array {
  const entropy = new Uint8Array(ENTROPY_BYTES);
  const numbers = new DataView(entropy.buffer);
  const distance = (from: number, to: number) =>
    (to - from + WORD_COUNT) % WORD_COUNT;
  for (let start = 0; start < DATA_WORDS; start += WORDS_OF_NUMBER) {
    const [first, second, third] = indices.slice(start);
    const value =
      first +
      WORD_COUNT * distance(first, second) +
      WORD_COUNT * WORD_COUNT * distance(second, third);
    if (value > 0xff_ff_ff_ff) {
      throw new SeedError(
        'InvalidWords',
        `Words ${start + 1} to ${
          start + 3
        } never follow each other in a seed: one of them is wrong`,
        { position: start, language: wordList.language },
      );
    }
    numbers.setUint32((start / WORDS_OF_NUMBER) * NUMBER_BYTES, value, true);
  }
  return entropy;
}
