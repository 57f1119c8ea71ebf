import { query } from '../endpoint';

/** How long the chain is, and which block is on top. */
export interface ChainTip {
  /** Length of the chain: index of the top block + 1. */
  height: number;
  topBlockHash: string;
}

/** Height and top block. Answers while syncing. */
export const getHeight = query(
  'get_height',
  'path',
  (wire): ChainTip => ({
    height: wire.count('height'),
    topBlockHash: wire.hash('hash'),
  }),
);
