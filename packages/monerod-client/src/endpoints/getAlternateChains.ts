import { query } from '../endpoint';

/** A branch that lost, so far, against the main chain. */
export interface AlternateChain {
  topBlockHash: string;
  /** Index of its top block; monerod calls it height. */
  topIndex: number;
  /** Its blocks since it left the main chain. */
  blocks: number;
  difficulty: bigint;
  blockHashes: string[];
  /** The last block that it shares with the main chain. */
  parentHash: string;
}

/** Branches beside the main chain. Unrestricted listeners only. */
export const getAlternateChains = query(
  'get_alternate_chains',
  'json-rpc',
  (wire): AlternateChain[] =>
    wire.list('chains', chain => ({
      topBlockHash: chain.hash('block_hash'),
      topIndex: chain.count('height'),
      blocks: chain.count('length'),
      difficulty: chain.hexNumber('wide_difficulty'),
      blockHashes: chain.hashes('block_hashes'),
      parentHash: chain.hash('main_chain_parent_block'),
    })),
);
