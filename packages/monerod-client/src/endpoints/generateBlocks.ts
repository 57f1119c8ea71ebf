import { Endpoint } from '../endpoint';

/** How many blocks to mine at once on regtest, and for whom. */
export interface GenerateBlocksParams {
  /** Whole blocks; more than 50 in one call keep the daemon busy for long. */
  blocks: number;
  /** Mainnet address, which regtest shares. */
  walletAddress: string;
}

/** The blocks just mined. */
export interface GeneratedBlocks {
  hashes: string[];
  /** Height of the chain afterwards. */
  height: number;
}

/**
 * Mines blocks at once. Regtest and unrestricted listeners only; the call
 * returns when the blocks are there, about 0.1 s each. `Busy` without peers,
 * unless the daemon is offline.
 */
export const generateBlocks: Endpoint<GenerateBlocksParams, GeneratedBlocks> = {
  name: 'generateblocks',
  style: 'json-rpc',
  timeoutMs: 60_000,
  encode: ({ blocks, walletAddress }) => ({
    amount_of_blocks: blocks,
    wallet_address: walletAddress,
  }),
  decode: wire => ({
    hashes: wire.hashes('blocks'),
    // monerod says the index of the last block here
    height: wire.count('height') + 1,
  }),
};
