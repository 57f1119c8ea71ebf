import { Endpoint } from '../endpoint';
import { BlockHeader, decodeBlockHeader } from './getLastBlockHeader';

/** Header of a block, on the main chain or beside it. */
export const getBlockHeaderByHash: Endpoint<{ hash: string }, BlockHeader> = {
  name: 'get_block_header_by_hash',
  style: 'json-rpc',
  encode: ({ hash }) => ({ hash }),
  decode: wire => decodeBlockHeader(wire.object('block_header')),
};
