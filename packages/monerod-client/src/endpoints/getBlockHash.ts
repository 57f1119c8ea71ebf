import { Endpoint } from '../endpoint';

/** Hash of the block at an index. `RpcError` beyond the top. */
export const getBlockHash: Endpoint<{ index: number }, string> = {
  name: 'on_get_block_hash',
  style: 'json-rpc',
  bare: true,
  encode: ({ index }) => [index],
  decode: wire => wire.hash('result'),
};
