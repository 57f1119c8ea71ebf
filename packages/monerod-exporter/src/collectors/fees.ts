import { inMonero } from '../atomicUnits';
import { Collector } from './collector';

/** Names that wallets give to the four priorities, from cheap to dear. */
const PRIORITIES = ['slow', 'normal', 'fast', 'fastest'] as const;

/** What a transaction should pay now, from get_fee_estimate. */
export const feesCollector: Collector = {
  name: 'fees',
  async collect(daemon, metrics) {
    const { feePerByteAtomicUnits, feesPerByteAtomicUnits } =
      await daemon.getFeeEstimate();
    // releases before 0.18 know the slowest only
    const fees =
      feesPerByteAtomicUnits.length > 0
        ? feesPerByteAtomicUnits
        : [feePerByteAtomicUnits];
    metrics.gauges(
      'monero_fee_estimate_monero_per_byte',
      'What a transaction should pay for each byte of its weight.',
      PRIORITIES.flatMap((priority, index) =>
        fees[index] === undefined
          ? []
          : [{ labels: { priority }, value: inMonero(fees[index]) }],
      ),
    );
  },
};
