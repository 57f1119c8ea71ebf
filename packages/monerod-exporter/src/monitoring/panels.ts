/** One line of a graph. */
export interface Query {
  expr: string;
  /** As Grafana writes it, such as `{{instance}}`. */
  legend: string;
}

/** What a panel shows, and in which unit of Grafana's. */
export interface PanelSpec {
  title: string;
  description?: string;
  kind: 'timeseries' | 'stat' | 'table';
  unit?: string;
  /** Of 24 columns. */
  width: number;
  queries: readonly Query[];
  /** Words for 0 and 1, where a number stands for a state. */
  states?: readonly [zero: string, one: string];
  stacked?: boolean;
}

/** Panels under one heading. */
export interface Row {
  title: string;
  panels: readonly PanelSpec[];
}

/** Nodes that the variables of the dashboard choose. */
export const NODES = '{namespace=~"$namespace", instance=~"$instance"}';

/** The same with one more label. */
export const nodesWith = (matcher: string): string =>
  `${NODES.slice(0, -1)}, ${matcher}}`;

const perInstance = (expr: string): Query => ({
  expr,
  legend: '{{instance}}',
});

/** Everything that the dashboard shows. */
export const ROWS: readonly Row[] = [
  {
    title: 'Are they fine?',
    panels: [
      {
        title: 'In sync',
        description: 'The rule of /readyz.',
        kind: 'stat',
        width: 8,
        queries: [perInstance(`monero_info_in_sync${NODES}`)],
        states: ['out of sync', 'in sync'],
      },
      {
        title: 'Blocks behind the tallest peer',
        kind: 'timeseries',
        width: 8,
        queries: [perInstance(`monero_info_blocks_behind${NODES}`)],
      },
      {
        title: 'Age of the last block',
        description: 'Two minutes on average, by the clock of its miner.',
        kind: 'timeseries',
        unit: 's',
        width: 8,
        queries: [
          perInstance(`time() - monero_lastblock_timestamp_seconds${NODES}`),
        ],
      },
      {
        title: 'Height',
        kind: 'timeseries',
        width: 8,
        queries: [perInstance(`monero_info_height${NODES}`)],
      },
      {
        title: 'Restarts in an hour',
        kind: 'timeseries',
        width: 8,
        queries: [
          perInstance(`changes(monero_info_start_time_seconds${NODES}[1h])`),
        ],
      },
      {
        title: 'Versions',
        kind: 'table',
        width: 8,
        queries: [
          {
            expr: `count by (version, instance) (monero_build_info${NODES})`,
            legend: '',
          },
        ],
      },
    ],
  },
  {
    title: 'Peers',
    panels: [
      {
        title: 'Connections by direction',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `sum by (instance, type) (monero_p2p_connections${NODES})`,
            legend: '{{instance}} {{type}}',
          },
        ],
      },
      {
        title: 'Connections by network',
        kind: 'timeseries',
        width: 8,
        stacked: true,
        queries: [
          {
            expr: `sum by (kind) (monero_p2p_connections_by_address_kind${NODES})`,
            legend: '{{kind}}',
          },
        ],
      },
      {
        title: 'Known addresses',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `monero_peerlist${NODES}`,
            legend: '{{instance}} {{type}}',
          },
        ],
      },
      {
        title: 'Received',
        kind: 'timeseries',
        unit: 'Bps',
        width: 8,
        queries: [perInstance(`rate(monero_net_rx_bytes_total${NODES}[5m])`)],
      },
      {
        title: 'Sent',
        kind: 'timeseries',
        unit: 'Bps',
        width: 8,
        queries: [perInstance(`rate(monero_net_tx_bytes_total${NODES}[5m])`)],
      },
      {
        title: 'Bans and branches',
        kind: 'timeseries',
        width: 8,
        queries: [
          { expr: `monero_bans${NODES}`, legend: '{{instance}} bans' },
          {
            expr: `monero_alternative_chains${NODES}`,
            legend: '{{instance}} branches',
          },
        ],
      },
    ],
  },
  {
    title: 'Tor and I2P',
    panels: [
      {
        title: 'Addresses that others find',
        kind: 'stat',
        width: 8,
        queries: [
          {
            expr: `monero_anonymity_service_published${NODES}`,
            legend: '{{instance}} {{network}} {{service}}',
          },
        ],
        states: ['not published', 'published'],
      },
      {
        title: 'Peers over Tor and I2P',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `sum by (instance, kind, type) (monero_p2p_connections_by_address_kind${nodesWith(
              'kind=~"tor|i2p"',
            )})`,
            legend: '{{instance}} {{kind}} {{type}}',
          },
        ],
      },
      {
        title: 'Ways to the addresses',
        description: 'Introduction circuits of tor, inbound tunnels of i2pd.',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `monero_tor_introduction_circuits${NODES}`,
            legend: '{{instance}} tor',
          },
          {
            expr: `monero_i2pd_service_tunnels${nodesWith('type="in"')}`,
            legend: '{{instance}} i2pd',
          },
        ],
      },
    ],
  },
  {
    title: 'Chain and pool',
    panels: [
      {
        title: 'Transactions in the pool',
        kind: 'timeseries',
        width: 8,
        queries: [perInstance(`monero_transaction_pool_transactions${NODES}`)],
      },
      {
        title: 'Size of the pool',
        kind: 'timeseries',
        unit: 'bytes',
        width: 8,
        queries: [perInstance(`monero_transaction_pool_size_bytes${NODES}`)],
      },
      {
        title: 'What to pay for a kilobyte',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `1000 * max by (priority) (monero_fee_estimate_monero_per_byte${NODES})`,
            legend: '{{priority}}',
          },
        ],
      },
      {
        title: 'Weight of the last block',
        kind: 'timeseries',
        unit: 'bytes',
        width: 8,
        queries: [
          {
            expr: `max(monero_lastblock_weight_bytes${NODES})`,
            legend: 'block',
          },
          {
            expr: `max(monero_info_block_weight_median_bytes${NODES})`,
            legend: 'median',
          },
        ],
      },
      {
        title: 'Difficulty',
        kind: 'timeseries',
        width: 8,
        queries: [
          { expr: `max(monero_info_difficulty${NODES})`, legend: 'hashes' },
        ],
      },
      {
        title: 'Reward of the last block',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `max(monero_lastblock_subsidy_monero${NODES})`,
            legend: 'new coins',
          },
          {
            expr: `max(monero_lastblock_fees_monero${NODES})`,
            legend: 'fees',
          },
        ],
      },
    ],
  },
  {
    title: 'Disk and RPC',
    panels: [
      {
        title: 'Free space',
        kind: 'timeseries',
        unit: 'bytes',
        width: 8,
        queries: [perInstance(`monero_info_free_space_bytes${NODES}`)],
      },
      {
        title: 'Database',
        kind: 'timeseries',
        unit: 'bytes',
        width: 8,
        queries: [perInstance(`monero_info_database_size_bytes${NODES}`)],
      },
      {
        title: 'get_info takes',
        kind: 'timeseries',
        unit: 's',
        width: 8,
        queries: [
          perInstance(
            `monero_exporter_rpc_duration_seconds${nodesWith(
              'method="get_info"',
            )}`,
          ),
        ],
      },
      {
        title: 'Calls by method',
        kind: 'timeseries',
        unit: 'reqps',
        width: 12,
        queries: [
          {
            expr: `topk(10, sum by (method) (rate(monero_rpc_hits_total${NODES}[5m])))`,
            legend: '{{method}}',
          },
        ],
      },
      {
        title: 'Time that the daemon spends on them',
        kind: 'timeseries',
        unit: 'percentunit',
        width: 12,
        queries: [
          {
            expr: `topk(10, sum by (method) (rate(monero_rpc_seconds_total${NODES}[5m])))`,
            legend: '{{method}}',
          },
        ],
      },
      {
        title: 'Calls of the exporter that fail',
        kind: 'timeseries',
        width: 24,
        queries: [
          {
            expr: `monero_exporter_rpc_success${NODES} == 0`,
            legend: '{{instance}} {{method}}',
          },
        ],
      },
    ],
  },
  {
    title: 'Miners',
    panels: [
      {
        title: 'Hashrate',
        kind: 'timeseries',
        unit: 'H/s',
        width: 8,
        stacked: true,
        queries: [
          perInstance(
            `monero_miner_hashrate_hashes_per_second${nodesWith(
              'window="60s"',
            )}`,
          ),
        ],
      },
      {
        title: 'Shares in an hour',
        kind: 'timeseries',
        width: 8,
        queries: [
          {
            expr: `sum by (result) (increase(monero_miner_shares_total${NODES}[1h]))`,
            legend: '{{result}}',
          },
        ],
      },
      {
        title: 'Mining',
        kind: 'stat',
        width: 8,
        queries: [perInstance(`monero_miner_mining${NODES}`)],
        states: ['idle', 'mining'],
      },
    ],
  },
];
