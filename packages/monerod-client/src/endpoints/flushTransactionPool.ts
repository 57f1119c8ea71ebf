import { Endpoint } from '../endpoint';

/** Drops transactions from the pool: all when no hashes are given. Unrestricted listeners only. */
export const flushTransactionPool: Endpoint<
  { hashes: readonly string[] },
  void
> = {
  name: 'flush_txpool',
  style: 'json-rpc',
  encode: ({ hashes }) => ({ txids: hashes }),
  decode: () => undefined,
};
