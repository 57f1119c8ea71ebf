import { inMonero } from '../atomicUnits';
import { Collector } from './collector';

/** What the miner of the top block got, from get_coinbase_tx_sum; unrestricted listeners only. */
export const lastBlockFeesCollector: Collector = {
  name: 'last_block_fees',
  async collect(daemon, metrics) {
    const fees = await daemon.getBlockFees(await daemon.getLastBlockHeader());
    metrics.gauge(
      'monero_lastblock_fees_monero',
      'Fees of the transactions in the top block.',
      inMonero(fees.feesAtomicUnits),
    );
    metrics.gauge(
      'monero_lastblock_subsidy_monero',
      'New coins of the top block.',
      inMonero(fees.subsidyAtomicUnits),
    );
  },
};
