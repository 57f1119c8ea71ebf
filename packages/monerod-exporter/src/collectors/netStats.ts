import { Collector } from './collector';

/** Traffic since the daemon started, from get_net_stats; unrestricted listeners only. */
export const netStatsCollector: Collector = {
  name: 'net',
  async collect(daemon, metrics) {
    const stats = await daemon.getNetStats();
    metrics.counter(
      'monero_net_rx_bytes_total',
      'Bytes received since the daemon started.',
      stats.receivedBytes,
    );
    metrics.counter(
      'monero_net_tx_bytes_total',
      'Bytes sent since the daemon started.',
      stats.sentBytes,
    );
    metrics.counter(
      'monero_net_rx_packets_total',
      'Packets received since the daemon started.',
      stats.receivedPackets,
    );
    metrics.counter(
      'monero_net_tx_packets_total',
      'Packets sent since the daemon started.',
      stats.sentPackets,
    );
  },
};
