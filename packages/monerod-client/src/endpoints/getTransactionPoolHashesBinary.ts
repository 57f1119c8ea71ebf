import { Endpoint } from '../endpoint';
import { rawRecords } from './rawBytes';

const HASH_BYTES = 32;

/**
 * As `getTransactionPoolHashes`, in half of the bytes. Its path says `.bin`,
 * and yet it is JSON with raw bytes inside.
 */
export const getTransactionPoolHashesBinary: Endpoint<void, string[]> = {
  name: 'get_transaction_pool_hashes.bin',
  style: 'path',
  rawBytes: true,
  decode: wire =>
    rawRecords(wire, 'tx_hashes', HASH_BYTES).map(hash => hash.toString('hex')),
};
