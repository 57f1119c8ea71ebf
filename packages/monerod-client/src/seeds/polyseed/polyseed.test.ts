import fc from 'fast-check';
import { standardAddress } from '../../addresses';
import { walletKeysOfSeed } from '../../keys';
import { SeedError } from '../SeedError';
import { valueAtTwo } from './checkWord';
import { pack } from './layout';
import {
  entropyOfPolyseed,
  loadPolyseedWords,
  parsePolyseed,
  polyseedWords,
} from './polyseed';

/** Of the tests of the reference, https://github.com/tevador/polyseed. */
const RAVEN =
  'raven tail swear infant grief assist regular lamp duck valid someone little harsh puppy airport language';
const RAVEN_SECRET = 'dd76e7359a0ded37cd0ff0f3c829a5ae016733';
/** What other wallets make of it. */
const RAVEN_ADDRESS =
  '47AjPj7DVPQVGGXJXbbTMZWcKQDejGHYZChVkeujy8qPLjKkgdsxge4DzvkRMgU4sDUigGLuBN9stKBMowhuXH2HJHWAuRf';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const failureOf = (text: string): Promise<SeedError> =>
  parsePolyseed(text).then(
    () => {
      throw new Error('was read');
    },
    error => error,
  );

it('reads the seed of the reference, and makes the keys that other wallets make', async () => {
  const seed = await parsePolyseed(RAVEN);
  expect(hex(seed.secret)).toBe(RAVEN_SECRET);
  expect(new Date(seed.birthdaySeconds * 1000).toISOString()).toBe(
    '2021-12-01T22:29:06.000Z',
  );
  const keys = walletKeysOfSeed(entropyOfPolyseed(seed));
  expect(standardAddress(keys, 'mainnet')).toBe(RAVEN_ADDRESS);
});

it('derives what another implementation derives', async () => {
  const seed = await parsePolyseed(
    'unaware yard donate shallow slot sing oil oxygen loyal bench near hill surround forum execute lamp',
  );
  expect(hex(entropyOfPolyseed(seed))).toBe(
    'cbbd142d38347773d44aa830f5f01442aa6d0d3bb48571884479531248e6fa1c',
  );
});

it('takes words in any case, cut off, and with any space between', async () => {
  const seed = await parsePolyseed(RAVEN);
  const short = RAVEN.split(' ').map(word => word.slice(0, 4).toUpperCase());
  expect(await parsePolyseed(`  ${short.join('\n ')}\t`)).toEqual(seed);
});

it('makes the words again', async () => {
  expect((await polyseedWords(await parsePolyseed(RAVEN))).join(' ')).toBe(
    RAVEN,
  );
});

it('reads what it writes, of any secret and month', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 19, maxLength: 19 }),
      fc.nat(1023),
      async (bytes, month) => {
        const secret = bytes.map((byte, at) => (at === 18 ? byte % 64 : byte));
        const birthdaySeconds = 1_635_768_000 + month * 2_629_746;
        const words = await polyseedWords({ secret, birthdaySeconds });
        expect(words).toHaveLength(16);
        expect(await parsePolyseed(words.join(' '))).toEqual({
          secret,
          birthdaySeconds,
        });
      },
    ),
    { numRuns: 50 },
  );
});

it('finds every wrong word, and every two in the wrong order', async () => {
  const { words: list } = await loadPolyseedWords();
  const words = RAVEN.split(' ');
  for (const position of words.keys()) {
    const wrong = words.with(position, list[(position * 131) % 2048]);
    expect((await failureOf(wrong.join(' '))).code).toBe('Checksum');
  }
  const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
  expect((await failureOf(swapped)).code).toBe('Checksum');
});

it.each([
  ['nothing', '', 'WordCount', '0 words; a polyseed has 16'],
  ['25 words', 'raven '.repeat(25), 'WordCount', '25 words'],
  [
    'a word that is none',
    RAVEN.replace('swear', 'swaer'),
    'UnknownWord',
    'Word 3, "swaer", is no English polyseed word; did you mean',
  ],
  [
    'features of a later version',
    'include domain claim resemble urban hire lunch bird crucial fire best wife ring warm ignore model',
    'UnsupportedFeatures',
    'of a later version',
  ],
])('refuses %s', async (_what, text, code, words) => {
  const error = await failureOf(text);
  expect(error).toBeInstanceOf(SeedError);
  expect(error.code).toBe(code);
  expect(error.message).toContain(words);
});

it('refuses what is encrypted', async () => {
  const { words } = await loadPolyseedWords();
  const data = pack({
    secret: new Uint8Array(19),
    birthday: 1,
    features: 16,
  });
  const text = [valueAtTwo([0, ...data]), ...data].map(index => words[index]);
  expect((await failureOf(text.join(' '))).code).toBe('Encrypted');
});

it.each([
  ['too short a secret', new Uint8Array(18), 1_700_000_000],
  ['too many bits', new Uint8Array(19).fill(255), 1_700_000_000],
  ['a birthday before there were any', new Uint8Array(19), 1_600_000_000],
])('makes no words of %s', async (_what, secret, birthdaySeconds) => {
  await expect(polyseedWords({ secret, birthdaySeconds })).rejects.toThrow(
    SeedError,
  );
});

it('helps to type', async () => {
  const list = await loadPolyseedWords();
  expect(list.complete('rav')).toEqual(['raven']);
});
