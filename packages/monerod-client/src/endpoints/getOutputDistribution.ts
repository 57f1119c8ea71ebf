import { Endpoint } from '../endpoint';

/** Which outputs to count, in which blocks. */
export interface OutputDistributionParams {
  /** Restricted listeners take 0 only, the amount of outputs that hide theirs. */
  amountsAtomicUnits: readonly bigint[];
  /** Indices of the first and the last block; the whole chain unless said. */
  first?: number;
  last?: number;
  /** Count from the start of the chain on, not each block alone. */
  cumulative?: boolean;
}

/** How many outputs of an amount each block brought. */
export interface OutputDistribution {
  amountAtomicUnits: bigint;
  /** Index of the block of the first number. */
  first: number;
  /** Outputs before that block. */
  before: number;
  counts: number[];
}

/** How many outputs each block brought. */
export const getOutputDistribution: Endpoint<
  OutputDistributionParams,
  OutputDistribution[]
> = {
  name: 'get_output_distribution',
  style: 'json-rpc',
  encode: ({ amountsAtomicUnits, first, last, cumulative }) => ({
    amounts: amountsAtomicUnits,
    from_height: first ?? 0,
    to_height: last ?? 0,
    cumulative: cumulative ?? false,
    // The other form puts raw bytes into JSON.
    binary: false,
  }),
  decode: wire =>
    wire.list('distributions', entry => ({
      amountAtomicUnits: entry.uint64('amount'),
      first: entry.count('start_height'),
      before: entry.count('base'),
      counts: entry.counts('distribution'),
    })),
};
