import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WalletFacts, walletFacts } from '../src/__testUtils__/walletFacts';
import {
  AddressError,
  integratedAddress,
  parseAddress,
  parseSeed,
  SEED_LANGUAGES,
  SeedLanguage,
  standardAddress,
  subaddress,
  walletKeysOfSeed,
} from '../src/browser';
import { encodeBase58 } from '../src/addresses/base58';
import { checksumOf } from '../src/addresses/checksum';
import { findWalletRpc, startWalletRpc, WalletRpc } from '../src/testing';

jest.setTimeout(300_000);

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (array: Uint8Array) => Buffer.from(array).toString('hex');

let folder: string;
let wallet: WalletRpc;

const start = async (nettype: 'mainnet' | 'stagenet' | 'testnet') => {
  folder = await mkdtemp(join(tmpdir(), 'wallet-rpc-'));
  wallet = await startWalletRpc({
    binary: await findWalletRpc(),
    dataDir: folder,
    nettype,
  });
};

afterEach(async () => {
  await wallet?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function makeWallet(language: SeedLanguage): Promise<WalletFacts> {
  await wallet.call('create_wallet', { filename: language, language });
  const paymentIds = Array.from({ length: 3 }, () => hex(randomBytes(8)));
  return walletFacts(wallet, language, paymentIds);
}

/** Addresses as we make them of the words alone. */
async function ourFacts(
  facts: WalletFacts,
  nettype: 'mainnet' | 'stagenet' | 'testnet',
): Promise<WalletFacts> {
  const { language, entropy, words } = await parseSeed(facts.seed);
  const keys = walletKeysOfSeed(entropy);
  return {
    language,
    seed: words.join(' '),
    secretSpendKey: hex(keys.secretSpendKey),
    secretViewKey: hex(keys.secretViewKey),
    address: standardAddress(keys, nettype),
    subaddresses: facts.subaddresses.map(({ major, minor }) => ({
      major,
      minor,
      address: subaddress(keys, { major, minor }, nettype),
    })),
    integrated: facts.integrated.map(({ paymentId }) => ({
      paymentId,
      address: integratedAddress(keys, bytes(paymentId), nettype),
    })),
  };
}

/** Four languages on each network: every one is compared. */
const third = (part: number) => SEED_LANGUAGES.slice(part * 4, part * 4 + 4);

it.each([
  ['mainnet', third(0)],
  ['stagenet', third(1)],
  ['testnet', third(2)],
] as const)(
  'agrees with new wallets of the reference on %s: %s',
  async (nettype, languages) => {
    await start(nettype);
    expect(languages).toHaveLength(4);
    for (const language of languages) {
      const facts = await makeWallet(language);
      expect(await ourFacts(facts, nettype)).toStrictEqual(facts);
    }
  },
);

it('knows the languages of the reference, in its order', async () => {
  await start('mainnet');
  const { languages } = await wallet.call('get_languages');
  expect(SEED_LANGUAGES).toStrictEqual(languages);
});

/** What the wallet says of an address, in our words; `undefined`: not valid. */
async function theirVerdict(address: string): Promise<string | undefined> {
  const verdict = await wallet.call('validate_address', {
    address,
    any_net_type: true,
  });
  if (!verdict.valid) {
    return undefined;
  }
  const other = verdict.subaddress ? 'subaddress' : 'standard';
  return `${verdict.nettype} ${verdict.integrated ? 'integrated' : other}`;
}

function ourVerdict(address: string): string | undefined {
  try {
    const { nettype, kind } = parseAddress(address);
    return `${nettype} ${kind}`;
  } catch (error) {
    expect(error).toBeInstanceOf(AddressError);
    return undefined;
  }
}

/** Bytes that nobody checked, behind any prefix, with a good checksum. */
function forged(prefix: number, size: number): string {
  const body = Uint8Array.from([prefix, ...randomBytes(size)]);
  return encodeBase58(Uint8Array.from([...body, ...checksumOf(body)]));
}

function mutated(address: string): string {
  const position = randomInt(address.length);
  const other = address[randomInt(address.length)];
  return address.slice(0, position) + other + address.slice(position + 1);
}

it('accepts what the reference accepts, and nothing else', async () => {
  await start('mainnet');
  const { address, integrated, subaddresses } = await makeWallet('English');
  const good = [address, integrated[0].address, subaddresses[1].address];
  const candidates = [
    ...good,
    ...Array.from({ length: 128 }, (_, prefix) => forged(prefix, 64)),
    ...Array.from({ length: 128 }, (_, prefix) => forged(prefix, 72)),
    // Only a quarter of all such bytes are two points of the curve.
    ...Array.from({ length: 60 }, () => forged(18, 64)),
    ...Array.from({ length: 60 }, (_, index) => mutated(good[index % 3])),
    ...[0, 11, 94].map(length => address.slice(0, length)),
  ];
  const ours = candidates.map(ourVerdict);
  const theirs: (string | undefined)[] = [];
  for (const candidate of candidates) {
    theirs.push(await theirVerdict(candidate));
  }
  expect(ours).toStrictEqual(theirs);
  expect(ours.filter(verdict => verdict === undefined).length).toBeGreaterThan(
    200,
  );
});
