import { mining } from '../mining';
import { MinerCollector } from './minerCollector';

/** The miner itself, from the summary. */
export const processCollector: MinerCollector = {
  name: 'miner_process',
  async collect(miner, metrics) {
    const summary = await miner.getSummary();
    metrics.gauge(
      'monero_miner_mining',
      'Whether the miner has work and hashes: the rule of /readyz.',
      mining(summary).ready,
    );
    metrics.facts('monero_miner_build_info', 'Version of xmrig.', {
      version: summary.version,
    });
    metrics.facts('monero_miner_worker_info', 'Name of the miner.', {
      worker: summary.worker,
    });
    metrics.gauge(
      'monero_miner_uptime_seconds',
      'How long the miner has run.',
      summary.uptimeSeconds,
    );
    metrics.gauge(
      'monero_miner_paused',
      'Whether mining is paused.',
      summary.paused,
    );
    metrics.gauge(
      'monero_miner_donate_level_percent',
      "Share of the time that is mined for xmrig's developers.",
      summary.donateLevelPercent,
    );
    metrics.gauge(
      'monero_miner_resident_memory_bytes',
      'Memory that the miner occupies.',
      summary.residentMemoryBytes,
    );
    if (summary.hugePages) {
      metrics.gauges(
        'monero_miner_huge_pages',
        'Huge pages that the miner got, and that it would use.',
        [
          { labels: { state: 'used' }, value: summary.hugePages.used },
          { labels: { state: 'wanted' }, value: summary.hugePages.wanted },
        ],
      );
    }
  },
};
