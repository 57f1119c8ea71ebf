import { query } from '../endpoint';

/** Hashes of the known blocks that are not in the main chain. */
export const getAlternativeBlockHashes = query(
  'get_alt_blocks_hashes',
  'path',
  wire => wire.hashes('blks_hashes'),
);
