import { query } from '../endpoint';

/** Height of the chain: index of the top block + 1. The cheapest call there is. */
export const getBlockCount = query('get_block_count', 'json-rpc', wire =>
  wire.count('count'),
);
