import fc from 'fast-check';
import { thrownBy } from '../__testUtils__/thrownBy';
import { WALLETS } from '../__testUtils__/vectors';
import { scReduce32, walletKeysOfSeed } from '../keys';
import { checksumPosition, crc32 } from './checksum';
import { SEED_LANGUAGES } from './languages';
import { parseSeed, readSeed, seedWords } from './seed';
import { SeedError } from './SeedError';
import { suggestWords } from './suggestWords';
import {
  canonical,
  loadWordList,
  prefixOf,
  WORD_COUNT,
  WordList,
} from './WordList';

const hex = (array: Uint8Array) => Buffer.from(array).toString('hex');
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** One that the reference made. */
const ENGLISH = WALLETS.find(({ language }) => language === 'English')
  ?.seed as string;

let lists: WordList[];

function listOf(language: string): WordList {
  return lists.find(list => list.language === language) as WordList;
}

function replaced(words: readonly string[], position: number, word: string) {
  return words
    .map((other, index) => (index === position ? word : other))
    .join(' ');
}

function accepts(text: string): boolean {
  try {
    readSeed(text, [listOf('English')]);
    return true;
  } catch {
    return false;
  }
}

/** Leaves ß alone, whose upper case is another word. */
function upperCase(word: string): string {
  return word.replace(/[^ß]/gu, letter => letter.toUpperCase());
}

/** The English seed that begins so, goes on with its first word, and has the right last word. */
function withChecksum(beginning: readonly string[]): string {
  const data = [
    ...beginning,
    ...Array<string>(24 - beginning.length).fill(beginning[0]),
  ];
  const position = checksumPosition(data.map(word => prefixOf(word, 3)));
  return [...data, data[position]].join(' ');
}

beforeAll(async () => {
  lists = await Promise.all(SEED_LANGUAGES.map(loadWordList));
});

describe('seeds, on wallets of the reference', () => {
  it('has vectors of every language', () => {
    expect(new Set(WALLETS.map(({ language }) => language))).toStrictEqual(
      new Set(SEED_LANGUAGES),
    );
  });

  it('finds out the language, and gives back the key', async () => {
    for (const { seed, language, secretSpendKey } of WALLETS) {
      const parsed = await parseSeed(seed);
      expect(parsed.language).toBe(language);
      expect(hex(parsed.entropy)).toBe(secretSpendKey);
      expect(parsed.words.join(' ')).toBe(seed);
    }
  });

  it('makes the same words of the key', () => {
    for (const { seed, language, secretSpendKey } of WALLETS) {
      const words = seedWords(bytes(secretSpendKey), listOf(language));
      expect(words.join(' ')).toBe(seed);
    }
  });

  it('reduces seeds of numbers that are too large, as the wallet does', async () => {
    const restored = WALLETS.filter(({ restoredFrom }) => restoredFrom);
    expect(restored).toHaveLength(2);
    for (const { restoredFrom, secretSpendKey } of restored) {
      const { entropy } = await parseSeed(restoredFrom as string);
      expect(hex(walletKeysOfSeed(entropy).secretSpendKey)).toBe(
        secretSpendKey,
      );
    }
  });
});

describe('word lists', () => {
  it.each(SEED_LANGUAGES)('%s: words and beginnings are unique', language => {
    const { words, prefixLength } = listOf(language);
    const beginnings = words.map(word =>
      prefixOf(canonical(word), prefixLength),
    );
    expect(words).toHaveLength(WORD_COUNT);
    expect(new Set(beginnings).size).toBe(WORD_COUNT);
    expect(words.map(word => word.normalize('NFC'))).toStrictEqual(words);
  });

  it.each([
    ['English', 'abbey', { index: 0, complete: true }],
    ['English', 'ABBEY', { index: 0, complete: true }],
    ['English', 'abb', { index: 0, complete: false }],
    ['English', 'abbe', { index: 0, complete: false }],
    ['English', 'ab', undefined],
    ['English', 'abbot', undefined],
    ['English', '', undefined],
    ['Spanish', 'a\u0301baco', { index: 0, complete: true }],
    ['German', 'abak', { index: 0, complete: false }],
    ['Chinese (simplified)', '的', { index: 0, complete: true }],
    ['Chinese (simplified)', '的一', undefined],
  ])('%s: finds %j', (language, word, expected) => {
    expect(listOf(language).find(word)).toStrictEqual(expected);
  });

  it('completes beginnings', () => {
    expect(listOf('English').complete('zoo')).toStrictEqual(['zoom']);
    expect(listOf('English').complete('ab', 3)).toStrictEqual([
      'abbey',
      'abducts',
      'ability',
    ]);
    expect(listOf('English').complete('')).toStrictEqual([]);
    expect(listOf('English').complete('xyz')).toStrictEqual([]);
  });

  it.each([
    ['a letter changed', 'abbay', ['abbey']],
    ['a letter missing', 'abey', ['abbey']],
    ['a letter too many', 'abbeyy', ['abbey']],
    ['letters swapped', 'abbye', ['abbey']],
    ['a word that begins alike', 'abbot', ['abbey']],
    ['nothing that fits', 'qqqqqq', []],
    ['a very long word', `abbey${'y'.repeat(100_000)}`, ['abbey']],
  ])('suggests: %s', (_sentence, word, expected) => {
    expect(suggestWords(word, listOf('English'))).toStrictEqual(expected);
  });
});

describe('crc32', () => {
  it('has the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('seeds', () => {
  it('gives back any 32 bytes, in every language, cut off and in any case', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.constantFrom(...SEED_LANGUAGES),
        (entropy, language) => {
          const list = listOf(language);
          const words = seedWords(entropy, list);
          expect(readSeed(words.join(' '), lists)).toStrictEqual({
            language,
            entropy,
            words,
          });
          const short = words
            .map(word => upperCase(prefixOf(word, list.prefixLength)))
            .join('\n');
          expect(readSeed(` ${short} `, [list])).toStrictEqual({
            language,
            entropy,
            words,
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('notices a word replaced by another in most cases', () => {
    const list = listOf('English');
    const words = ENGLISH.split(' ');
    const wrong = list.words.filter(
      word => word !== words[3] && accepts(replaced(words, 3, word)),
    );
    // The checksum is one of 24 words.
    expect(wrong.length).toBeLessThan(WORD_COUNT / 12);
  });

  it.each<[string, () => string, object]>([
    ['nothing', () => '', { code: 'WordCount', count: 0 }],
    [
      'a seed without its last word',
      () => ENGLISH.split(' ').slice(0, 24).join(' '),
      {
        code: 'WordCount',
        count: 24,
        message: '24 words; the last one, which checks the others, is missing',
      },
    ],
    [
      'a word too many',
      () => `${ENGLISH} abbey`,
      { code: 'WordCount', count: 26, message: '26 words; a seed has 25' },
    ],
    [
      'a word of no list',
      () => replaced(ENGLISH.split(' '), 6, 'abbot'),
      {
        code: 'UnknownWord',
        word: 'abbot',
        position: 6,
        language: 'English',
        suggestions: ['abbey'],
        message:
          'Word 7, "abbot", is no English seed word; did you mean abbey?',
      },
    ],
    [
      'a word of another language',
      () => replaced(ENGLISH.split(' '), 0, 'бабушка'),
      {
        code: 'UnknownWord',
        position: 0,
        language: 'English',
        suggestions: [],
      },
    ],
    [
      'a wrong last word',
      () => replaced('abbey '.repeat(25).trim().split(' '), 24, 'zoom'),
      { code: 'Checksum', language: 'English' },
    ],
    [
      'words that never follow each other',
      // 1625 steps of 1626² are more than 32 bits hold.
      () => withChecksum(['abbey', 'abbey', 'zoom']),
      {
        code: 'InvalidWords',
        position: 0,
        message:
          'Words 1 to 3 never follow each other in a seed: one of them is wrong',
      },
    ],
  ])('refuses %s', (_sentence, text, expected) => {
    const error = thrownBy(() => readSeed(text(), lists));
    expect(error).toBeInstanceOf(SeedError);
    expect(error).toMatchObject(expected);
  });

  it('says so when two languages read the same words', () => {
    const list = listOf('English');
    const twin = new WordList('Dutch', list.words, list.prefixLength);
    expect(thrownBy(() => readSeed(ENGLISH, [list, twin]))).toMatchObject({
      code: 'AmbiguousLanguage',
      languages: ['English', 'Dutch'],
    });
  });

  it('reads only the languages that are asked for', async () => {
    await expect(
      parseSeed(ENGLISH, { languages: ['Russian'] }),
    ).rejects.toMatchObject({ code: 'UnknownWord', language: 'Russian' });
    await expect(parseSeed('', { languages: [] })).rejects.toThrow(RangeError);
  });

  it('quotes no more than one word, and not all of a long one', () => {
    const long = 'q'.repeat(10_000);
    const error = thrownBy(() =>
      readSeed(replaced(ENGLISH.split(' '), 2, long), lists),
    ) as SeedError;
    expect(error.message).toBe(
      `Word 3, "${'q'.repeat(40)}", is no English seed word`,
    );
  });

  it('refuses to make words of anything but 32 bytes', () => {
    expect(
      thrownBy(() => seedWords(new Uint8Array(16), listOf('English'))),
    ).toMatchObject({ code: 'InvalidEntropy' });
  });

  it('reads bytes that begin inside a larger buffer', () => {
    const outer = new Uint8Array(40).fill(7);
    const inner = outer.subarray(5, 37);
    expect(seedWords(inner, listOf('English'))).toStrictEqual(
      seedWords(Uint8Array.from(inner), listOf('English')),
    );
    expect(hex(scReduce32(inner))).toBe(hex(scReduce32(inner.slice())));
  });
});
