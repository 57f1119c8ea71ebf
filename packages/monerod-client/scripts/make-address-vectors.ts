/**
 * Writes src/testdata/addresses.json: wallets that the real monero-wallet-rpc
 * made by itself, offline, in every language and on every network, with their
 * seeds, keys and addresses. Each run makes new wallets; nobody shall use them.
 *
 * Usage: tsx scripts/make-address-vectors.ts     a minute or more
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressVectors, walletFacts } from '../src/__testUtils__/walletFacts';
import { loadWordList, seedWords } from '../src/seeds';
import { findWalletRpc, startWalletRpc, WalletRpc } from '../src/testing';

const NETTYPES = ['mainnet', 'stagenet', 'testnet'] as const;

/** On mainnet; on the other networks one language will do. */
const WALLETS_PER_LANGUAGE = 2;

/** Seeds that no wallet would make: all bits off, and more than the group's order. */
const EDGE_BYTES = [0x00, 0xff];

const newPaymentId = () => randomBytes(8).toString('hex');

let wallets = 0;

async function made(wallet: WalletRpc, language: string) {
  wallets += 1;
  await wallet.call('create_wallet', { filename: `${wallets}`, language });
  return walletFacts(wallet, language, [newPaymentId()]);
}

async function restored(wallet: WalletRpc, byte: number) {
  wallets += 1;
  const words = seedWords(
    new Uint8Array(32).fill(byte),
    await loadWordList('English'),
  );
  await wallet.call('restore_deterministic_wallet', {
    filename: `${wallets}`,
    password: '',
    seed: words.join(' '),
    restore_height: 1,
  });
  const facts = await walletFacts(wallet, 'English', ['0000000000000000']);
  // The wallet shows the words of the reduced key.
  return { ...facts, restoredFrom: words.join(' ') };
}

async function languagesOf(wallet: WalletRpc): Promise<string[]> {
  return (await wallet.call('get_languages')).languages as string[];
}

async function main(): Promise<void> {
  const vectors: AddressVectors = { source: '', wallets: [] };
  const binary = await findWalletRpc();
  const dataDir = await mkdtemp(join(tmpdir(), 'address-vectors-'));
  try {
    for (const nettype of NETTYPES) {
      const wallet = await startWalletRpc({ binary, dataDir, nettype });
      try {
        const { version } = await wallet.call('get_version');
        vectors.source = `monero-wallet-rpc, RPC version ${version}`;
        const languages =
          nettype === 'mainnet'
            ? (await languagesOf(wallet)).flatMap(language =>
                Array<string>(WALLETS_PER_LANGUAGE).fill(language),
              )
            : ['English'];
        for (const language of languages) {
          vectors.wallets.push({ nettype, ...(await made(wallet, language)) });
        }
        for (const byte of nettype === 'mainnet' ? EDGE_BYTES : []) {
          vectors.wallets.push({ nettype, ...(await restored(wallet, byte)) });
        }
      } finally {
        await wallet.stop();
      }
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  await writeFile(
    join(__dirname, '../src/testdata/addresses.json'),
    `${JSON.stringify(vectors, null, 2)}\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`make-address-vectors: ${String(error)}\n`);
  process.exitCode = 1;
});
