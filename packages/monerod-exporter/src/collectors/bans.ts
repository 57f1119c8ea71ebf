import { Collector } from './collector';

/** Who may not connect, from get_bans; unrestricted listeners only. */
export const bansCollector: Collector = {
  name: 'bans',
  async collect(daemon, metrics) {
    const bans = await daemon.getBans();
    metrics.gauge(
      'monero_bans',
      'Hosts and subnets that may not connect.',
      bans.length,
    );
  },
};
