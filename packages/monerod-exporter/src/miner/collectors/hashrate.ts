import { MinerCollector } from './minerCollector';

/** How fast it mines, from the summary. */
export const hashrateCollector: MinerCollector = {
  name: 'miner_hashrate',
  async collect(miner, metrics) {
    const { hashrate } = await miner.getSummary();
    const windows: Array<[string, number | undefined]> = [
      ['10s', hashrate.tenSeconds],
      ['60s', hashrate.minute],
      ['15m', hashrate.quarterHour],
    ];
    metrics.gauges(
      'monero_miner_hashrate_hashes_per_second',
      'Mean speed over a window; absent until the miner has run that long.',
      windows.flatMap(([window, value]) =>
        value === undefined ? [] : [{ labels: { window }, value }],
      ),
    );
    metrics.gauge(
      'monero_miner_hashrate_highest_hashes_per_second',
      'Highest speed since the miner started.',
      hashrate.highest,
    );
  },
};
