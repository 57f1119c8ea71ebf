import { Endpoint } from '../endpoint';

/** What to forget, so that it is looked at again. */
export interface FlushCacheParams {
  badTransactions: boolean;
  badBlocks: boolean;
}

/** Forgets what was found invalid. Unrestricted listeners only. */
export const flushCache: Endpoint<FlushCacheParams, void> = {
  name: 'flush_cache',
  style: 'json-rpc',
  encode: ({ badTransactions, badBlocks }) => ({
    bad_txs: badTransactions,
    bad_blocks: badBlocks,
  }),
  decode: () => undefined,
};
