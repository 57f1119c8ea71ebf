import { Endpoint } from '../endpoint';
import { BlockHeader, decodeBlockHeader } from './getLastBlockHeader';

/** Indices of the first and the last block, both included. */
export interface BlockRange {
  first: number;
  last: number;
}

/** Headers of a part of the main chain; restricted listeners give at most 1,000. */
export const getBlockHeaders: Endpoint<BlockRange, BlockHeader[]> = {
  name: 'get_block_headers_range',
  style: 'json-rpc',
  encode: ({ first, last }) => ({ start_height: first, end_height: last }),
  decode: wire => wire.list('headers', decodeBlockHeader),
};
