import { Endpoint } from '../endpoint';

/** Index of the first block, and how many. */
export interface CoinbaseTransactionSumParams {
  first: number;
  blocks: number;
}

/** What miners of some blocks earned. */
export interface CoinbaseTransactionSum {
  emissionAtomicUnits: bigint;
  feesAtomicUnits: bigint;
}

/** New coins and fees of some blocks; slow for many. Unrestricted listeners only. */
export const getCoinbaseTransactionSum: Endpoint<
  CoinbaseTransactionSumParams,
  CoinbaseTransactionSum
> = {
  name: 'get_coinbase_tx_sum',
  style: 'json-rpc',
  timeoutMs: 300_000,
  encode: ({ first, blocks }) => ({ height: first, count: blocks }),
  decode: wire => ({
    emissionAtomicUnits: wire.hexNumber('wide_emission_amount'),
    feesAtomicUnits: wire.hexNumber('wide_fee_amount'),
  }),
};
