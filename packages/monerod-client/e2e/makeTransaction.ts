import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWalletRpc, RegtestNode, startWalletRpc } from '../src/testing';

/** A signed transaction that no node has seen. */
export interface SignedTransaction {
  hash: string;
  hex: string;
}

/** Rewards can be spent after 60 blocks, and a ring takes 16 outputs. */
const BLOCKS = 80;
const BLOCKS_PER_CALL = 20;

/** Mines for a new wallet of the reference, and has it sign a payment to itself. */
export async function makeTransaction(
  node: RegtestNode,
): Promise<SignedTransaction> {
  const folder = await mkdtemp(join(tmpdir(), 'wallet-rpc-'));
  const wallet = await startWalletRpc({
    binary: await findWalletRpc(),
    dataDir: folder,
    nettype: 'mainnet',
    daemonUrl: node.url,
  });
  try {
    await wallet.call('create_wallet', {
      filename: 'miner',
      language: 'English',
    });
    const { address } = await wallet.call('get_address', { account_index: 0 });
    const walletAddress = String(address);
    for (let mined = 0; mined < BLOCKS; mined += BLOCKS_PER_CALL) {
      await node.client.generateBlocks(
        { blocks: BLOCKS_PER_CALL, walletAddress },
        { timeoutMs: 120_000 },
      );
    }
    await wallet.call('refresh', {});
    const signed = await wallet.call('transfer', {
      destinations: [{ amount: 10 ** 12, address: walletAddress }],
      do_not_relay: true,
      get_tx_hex: true,
    });
    return { hash: String(signed.tx_hash), hex: String(signed.tx_blob) };
  } finally {
    await wallet.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
