import { Endpoint } from '../endpoint';
import { BlockHeader, decodeBlockHeader } from './getLastBlockHeader';

/** Header of the main chain's block at an index; monerod calls that height. */
export const getBlockHeaderByIndex: Endpoint<{ index: number }, BlockHeader> = {
  name: 'get_block_header_by_height',
  style: 'json-rpc',
  encode: ({ index }) => ({ height: index }),
  decode: wire => decodeBlockHeader(wire.object('block_header')),
};
