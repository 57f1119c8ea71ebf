import { DaemonInfo, inSync } from 'monerod-client';
import { Metrics } from '../metrics';
import { Collector } from './collector';

function setSync(info: DaemonInfo, metrics: Metrics): void {
  const verdict = inSync(info);
  metrics.gauge(
    'monero_info_height',
    'Length of the chain: index of the top block + 1.',
    info.height,
  );
  metrics.gauge(
    'monero_info_target_height',
    'Height of the tallest peer; absent when in sync and without peers.',
    info.targetHeight,
  );
  metrics.gauge(
    'monero_info_blocks_behind',
    'Blocks missing to the tallest peer; absent when nobody can know.',
    verdict.blocksBehind,
  );
  metrics.gauge(
    'monero_info_synchronized',
    "monerod's own word that it caught up; stays 1 when the peers go away.",
    info.synchronized,
  );
  metrics.gauge(
    'monero_info_busy_syncing',
    'Whether a batch of blocks is being added.',
    info.busySyncing,
  );
  metrics.gauge(
    'monero_info_in_sync',
    'Whether the node may serve wallets: the rule of /readyz.',
    verdict.inSync,
  );
}

function setNetwork(info: DaemonInfo, metrics: Metrics): void {
  metrics.facts('monero_info_nettype', 'Chain that the node follows.', {
    nettype: info.nettype,
  });
  metrics.gauge(
    'monero_info_mainnet',
    'Whether the node follows mainnet.',
    info.nettype === 'mainnet',
  );
  metrics.gauge(
    'monero_info_offline',
    'Whether the node was started without network, by intention.',
    info.offline,
  );
  metrics.gauge(
    'monero_info_rpc_connections',
    'Open connections to the RPC.',
    info.rpcConnections,
  );
  if (info.whitePeers !== undefined && info.greyPeers !== undefined) {
    metrics.gauges(
      'monero_peerlist',
      'Addresses of possible peers: white ones answered before, grey ones are hearsay.',
      [
        { labels: { type: 'white' }, value: info.whitePeers },
        { labels: { type: 'grey' }, value: info.greyPeers },
      ],
    );
  }
}

function setChain(info: DaemonInfo, metrics: Metrics): void {
  metrics.gauge(
    'monero_info_difficulty',
    'Hashes needed for the next block, on average.',
    info.difficulty,
  );
  metrics.gauge(
    'monero_info_transactions',
    'Transactions in the chain, without those that reward miners.',
    info.transactions,
  );
  metrics.gauge(
    'monero_info_alternative_blocks',
    'Blocks known beside the chain.',
    info.alternativeBlocks,
  );
  metrics.gauge(
    'monero_info_block_weight_limit_bytes',
    'Largest block allowed now.',
    info.blockWeightLimitBytes,
  );
  metrics.gauge(
    'monero_info_block_weight_median_bytes',
    'Median weight of the last blocks.',
    info.blockWeightMedianBytes,
  );
}

function setDaemon(info: DaemonInfo, metrics: Metrics): void {
  metrics.gauge(
    'monero_info_database_size_bytes',
    'Size of the database; a restricted listener rounds up to 5 GiB.',
    info.databaseSizeBytes,
  );
  metrics.gauge(
    'monero_info_free_space_bytes',
    'Free space on the volume of the database.',
    info.freeSpaceBytes,
  );
  metrics.gauge(
    'monero_info_start_time_seconds',
    'Unix time at which the daemon started.',
    info.startTimeSeconds,
  );
  metrics.gauge(
    'monero_info_update_available',
    'Whether the daemon knows of a newer release.',
    info.updateAvailable,
  );
}

/** State of the node, from get_info. */
export const infoCollector: Collector = {
  name: 'info',
  async collect(daemon, metrics) {
    const info = await daemon.getInfo();
    setSync(info, metrics);
    setNetwork(info, metrics);
    setChain(info, metrics);
    setDaemon(info, metrics);
  },
};
