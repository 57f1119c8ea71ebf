import { query } from '../endpoint';

/** Hashes of the transactions that wait for a block. */
export const getTransactionPoolHashes = query(
  'get_transaction_pool_hashes',
  'path',
  wire => wire.hashes('tx_hashes'),
);
