import { Endpoint } from '../endpoint';

/** Which outputs to count. */
export interface OutputHistogramParams {
  /** None: all amounts, which restricted listeners refuse. */
  amountsAtomicUnits: readonly bigint[];
  /** Leave out amounts with fewer outputs, or more; 0: no limit. */
  minCount?: number;
  maxCount?: number;
  /** Count unlocked outputs; else `unlocked` stays 0. */
  unlocked?: boolean;
  /** Unix time from which an output is recent; restricted listeners allow the last three days. */
  recentSinceSeconds?: number;
}

/** How many outputs there are of an amount. */
export interface OutputCount {
  amountAtomicUnits: bigint;
  total: number;
  unlocked: number;
  recent: number;
}

/** How many outputs there are of each amount. */
export const getOutputHistogram: Endpoint<
  OutputHistogramParams,
  OutputCount[]
> = {
  name: 'get_output_histogram',
  style: 'json-rpc',
  encode: params => ({
    amounts: params.amountsAtomicUnits,
    min_count: params.minCount ?? 0,
    max_count: params.maxCount ?? 0,
    unlocked: params.unlocked ?? false,
    recent_cutoff: params.recentSinceSeconds ?? 0,
  }),
  decode: wire =>
    wire.list('histogram', entry => ({
      amountAtomicUnits: entry.uint64('amount'),
      total: entry.count('total_instances'),
      unlocked: entry.count('unlocked_instances'),
      recent: entry.count('recent_instances'),
    })),
};
