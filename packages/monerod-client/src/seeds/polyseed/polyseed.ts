import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { SeedError } from '../SeedError';
import { suggestWords } from '../suggestWords';
import { WordList } from '../WordList';
import { valueAtTwo } from './checkWord';
import {
  DATA_WORDS,
  pack,
  PolyseedData,
  SECRET_BITS,
  SECRET_BYTES,
  unpack,
} from './layout';

/** What a polyseed says. */
export interface Polyseed {
  /** SECRET: 150 bits in 19 bytes; see `entropyOfPolyseed`. */
  secret: Uint8Array;
  /** Unix time, at the beginning of the month in which it was made. */
  birthdaySeconds: number;
}

const POLYSEED_WORDS = DATA_WORDS + 1;

/** 1 November 2021, noon, and a twelfth of a year. */
const EPOCH_SECONDS = 1_635_768_000;
const MONTH_SECONDS = 2_629_746;
const MAX_BIRTHDAY = 1023;

/** Features: the secret is encrypted by a passphrase; the other four mean nothing yet. */
const ENCRYPTED = 16;

const KEY_ROUNDS = 10_000;
/** Letters that tell the words apart. */
const PREFIX_LENGTH = 4;
/** Longest word that an error quotes. */
const SHOWN_CHARACTERS = 40;

/** The English words of polyseeds, which are those of BIP-39. */
export async function loadPolyseedWords(): Promise<WordList> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  return new WordList('English', wordlist, PREFIX_LENGTH);
}

function indicesOf(words: readonly string[], list: WordList): number[] {
  return words.map((word, position) => {
    const match = list.find(word);
    if (match) {
      return match.index;
    }
    const suggestions = suggestWords(word, list);
    const hint =
      suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : '';
    throw new SeedError(
      'UnknownWord',
      `Word ${position + 1}, ${JSON.stringify(
        word.slice(0, SHOWN_CHARACTERS),
      )}, is no English polyseed word${hint}`,
      { word, position, language: 'English', suggestions },
    );
  });
}

function checkFeatures(features: number): void {
  if (features & ~ENCRYPTED) {
    throw new SeedError(
      'UnsupportedFeatures',
      `This polyseed has features (${features}) of a later version`,
    );
  }
  if (features & ENCRYPTED) {
    throw new SeedError(
      'Encrypted',
      'This polyseed is encrypted by a passphrase, which is not supported',
    );
  }
}

/**
 * Reads a polyseed of 16 English words. Words may be in any case, or cut off
 * after four letters.
 *
 * @throws SeedError `WordCount`, `UnknownWord`, `Checksum`, `Encrypted`, `UnsupportedFeatures`
 */
export async function parsePolyseed(text: string): Promise<Polyseed> {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length !== POLYSEED_WORDS) {
    throw new SeedError(
      'WordCount',
      `${words.length} words; a polyseed has ${POLYSEED_WORDS}`,
      { count: words.length },
    );
  }
  const indices = indicesOf(words, await loadPolyseedWords());
  if (valueAtTwo(indices) !== 0) {
    throw new SeedError(
      'Checksum',
      'The words do not belong together: one is wrong, or their order is, or they are of another coin',
    );
  }
  const { secret, birthday, features } = unpack(indices.slice(1));
  checkFeatures(features);
  return { secret, birthdaySeconds: EPOCH_SECONDS + birthday * MONTH_SECONDS };
}

/** @throws SeedError `InvalidEntropy` */
function dataOf({ secret, birthdaySeconds }: Polyseed): PolyseedData {
  const unusedBits = SECRET_BYTES * 8 - SECRET_BITS;
  const last = secret[SECRET_BYTES - 1];
  if (secret.length !== SECRET_BYTES || last >= 2 ** (8 - unusedBits)) {
    throw new SeedError(
      'InvalidEntropy',
      `a polyseed stands for ${SECRET_BITS} bits in ${SECRET_BYTES} bytes`,
    );
  }
  const birthday = Math.floor(
    (birthdaySeconds - EPOCH_SECONDS) / MONTH_SECONDS,
  );
  if (!(birthday >= 0 && birthday <= MAX_BIRTHDAY)) {
    throw new SeedError(
      'InvalidEntropy',
      `birthdaySeconds: ${birthdaySeconds} is not from November 2021 to 2107`,
    );
  }
  return { secret, birthday, features: 0 };
}

/** SECRET: the 16 words of a polyseed. @throws SeedError `InvalidEntropy` */
export async function polyseedWords(polyseed: Polyseed): Promise<string[]> {
  const data = pack(dataOf(polyseed));
  const { words } = await loadPolyseedWords();
  return [valueAtTwo([0, ...data]), ...data].map(index => words[index]);
}

/** What keys are derived with: the purpose, the coin (Monero: 0), month and features. */
function saltOf(birthday: number): Uint8Array {
  const salt = new Uint8Array(32);
  salt.set(new TextEncoder().encode('POLYSEED key'));
  salt.fill(0xff, 13, 16);
  new DataView(salt.buffer).setUint32(20, birthday, true);
  return salt;
}

/**
 * SECRET: the 32 bytes that `walletKeysOfSeed` makes keys of. Takes some
 * tenths of a second, by intention.
 *
 * @throws SeedError `InvalidEntropy`
 */
export function entropyOfPolyseed(polyseed: Polyseed): Uint8Array {
  const { secret, birthday } = dataOf(polyseed);
  const padded = new Uint8Array(32);
  padded.set(secret);
  return pbkdf2(sha256, padded, saltOf(birthday), { c: KEY_ROUNDS, dkLen: 32 });
}
