import { SEED_LANGUAGES, SeedLanguage } from './languages';
import { SeedError } from './SeedError';
import { suggestWords } from './suggestWords';
import {
  checksumHolds,
  DATA_WORDS,
  entropyOfIndices,
  indicesOfEntropy,
} from './wordCodec';
import { loadWordList, WordList, WordMatch } from './WordList';

/** What a seed says. */
export interface Seed {
  language: SeedLanguage;
  /** SECRET: 32 bytes, see `walletKeysOfSeed`. */
  entropy: Uint8Array;
  /** SECRET: the 25 words in full, as the wallet writes them. */
  words: string[];
}

/** Longest word that an error quotes. */
const SHOWN_CHARACTERS = 40;

const SEED_WORDS = DATA_WORDS + 1;

interface Reading {
  wordList: WordList;
  matches: readonly (WordMatch | undefined)[];
  /** How many are in the list, in full. */
  complete: number;
  /** How many are in the list, in full or by their beginning. */
  known: number;
}

function readWith(words: readonly string[], wordList: WordList): Reading {
  const matches = words.map(word => wordList.find(word));
  return {
    wordList,
    matches,
    complete: matches.filter(match => match?.complete).length,
    known: matches.filter(match => match !== undefined).length,
  };
}

/** The first of those that have the most. */
function best(
  readings: readonly Reading[],
  of: (reading: Reading) => number,
): Reading[] {
  const most = Math.max(...readings.map(of));
  return readings.filter(reading => of(reading) === most);
}

function requireCount(words: readonly string[]): void {
  if (words.length === SEED_WORDS) {
    return;
  }
  const hint =
    words.length === DATA_WORDS
      ? 'the last one, which checks the others, is missing'
      : `a seed has ${SEED_WORDS}`;
  throw new SeedError('WordCount', `${words.length} words; ${hint}`, {
    count: words.length,
  });
}

function unknownWord(words: readonly string[], reading: Reading): SeedError {
  const { wordList, matches } = reading;
  const position = matches.findIndex(match => match === undefined);
  const word = words[position];
  const suggestions = suggestWords(word, wordList);
  const hint =
    suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : '';
  return new SeedError(
    'UnknownWord',
    `Word ${position + 1}, ${JSON.stringify(
      word.slice(0, SHOWN_CHARACTERS),
    )}, is no ${wordList.language} seed word${hint}`,
    { word, position, language: wordList.language, suggestions },
  );
}

function indicesOf({ matches }: Reading): number[] {
  return matches.flatMap(match => (match ? [match.index] : []));
}

function toSeed(reading: Reading): Seed {
  const { wordList } = reading;
  const indices = indicesOf(reading);
  return {
    language: wordList.language,
    entropy: entropyOfIndices(indices, wordList),
    words: indices.map(index => wordList.words[index]),
  };
}

function requireOne(readings: readonly Reading[]): Reading {
  if (readings.length > 1) {
    const languages = readings.map(({ wordList }) => wordList.language);
    throw new SeedError(
      'AmbiguousLanguage',
      `This is a seed in ${languages.join(' and ')}: say which`,
      { languages },
    );
  }
  return readings[0];
}

/**
 * Reads the 25 words of a seed with word lists at hand, and finds out the
 * language: the one that has all words and whose checksum holds. Words may be
 * in any case and cut off where the rest is plain, as `loadWordList` tells.
 *
 * @param text SECRET: words and white space
 * @param wordLists at least one
 * @throws SeedError saying which word is wrong
 * @throws RangeError without word lists
 */
export function readSeed(text: string, wordLists: readonly WordList[]): Seed {
  if (wordLists.length === 0) {
    throw new RangeError('wordLists: empty; give at least one');
  }
  const words = text.split(/\s+/u).filter(word => word !== '');
  requireCount(words);
  const readings = wordLists.map(wordList => readWith(words, wordList));
  const all = readings.filter(({ known }) => known === SEED_WORDS);
  if (all.length === 0) {
    const [closest] = best(
      best(readings, ({ known }) => known),
      ({ complete }) => complete,
    );
    throw unknownWord(words, closest);
  }
  const sound = all.filter(reading =>
    checksumHolds(indicesOf(reading), reading.wordList),
  );
  if (sound.length === 0) {
    const [{ wordList }] = best(all, ({ complete }) => complete);
    throw new SeedError(
      'Checksum',
      `The last word does not match the others: one of the words is another ${wordList.language} seed word, or two are swapped`,
      { language: wordList.language },
    );
  }
  return toSeed(requireOne(best(sound, ({ complete }) => complete)));
}

/**
 * Like `readSeed`, and loads the word lists first.
 *
 * @param text SECRET
 * @param options.languages the languages it may be in; all unless said
 * @throws SeedError saying which word is wrong
 * @throws RangeError without languages
 */
export async function parseSeed(
  text: string,
  options: { languages?: readonly SeedLanguage[] } = {},
): Promise<Seed> {
  const { languages = SEED_LANGUAGES } = options;
  const wordLists = await Promise.all(languages.map(loadWordList));
  return readSeed(text, wordLists);
}

/**
 * The 25 words, SECRET, of 32 bytes. Of a secret spend key these are the words
 * that the reference wallet shows for it.
 *
 * @param entropy SECRET
 * @throws SeedError `InvalidEntropy`
 */
export function seedWords(entropy: Uint8Array, wordList: WordList): string[] {
  return indicesOfEntropy(entropy, wordList).map(
    index => wordList.words[index],
  );
}
