import { blobList, fixedHex, object, optional, text } from '../../storage';
import { binaryCall } from './binaryCall';
import { count } from './numbers';

/** Where to begin: as in {@link GetBlocksParams}. */
export interface BlockHashesParams {
  known: readonly string[];
  /** Hashes before this index are left out. */
  first?: number;
}

/** Hashes of blocks in a row. */
export interface BlockHashes {
  /** Index of the first one. */
  first: number;
  hashes: string[];
  /** Height of the daemon's chain. */
  height: number;
}

/** Hashes of the blocks that follow on those that one has. */
export const getBlockHashes = binaryCall({
  name: 'get_hashes.bin',
  request: object({ block_ids: blobList(fixedHex(32)), start_height: count() }),
  answer: object({
    status: text(),
    m_block_ids: optional(blobList(fixedHex(32))),
    start_height: count(),
    current_height: count(),
  }),
  encode: ({ known, first }: BlockHashesParams) => ({
    block_ids: [...known],
    start_height: first ?? 0,
  }),
  decode: (wire): BlockHashes => ({
    first: wire.start_height,
    hashes: wire.m_block_ids ?? [],
    height: wire.current_height,
  }),
});
