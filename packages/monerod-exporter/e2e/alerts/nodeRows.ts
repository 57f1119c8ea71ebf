import { connections, turned, WELL, well } from './nodes';
import { absent, DAY, Row, Series } from './series';

/** A node that downloads the chain for the first time. */
const FIRST_SYNC: Series = {
  ...WELL,
  monero_info_in_sync: 0,
  monero_info_height: [100, 400],
  monero_lastblock_height: 'absent',
  'monero_lastblock_hash_info{hash="aa"}': 'absent',
  monero_lastblock_timestamp_seconds: 'absent',
  monero_transaction_pool_size_bytes: 'absent',
  monero_info_free_space_bytes: [400e9, -60e6],
  monero_info_database_size_bytes: [50e9, 60e6],
  'monero_exporter_rpc_duration_seconds{method="get_info"}': 25,
  'monero_exporter_rpc_success{method="get_last_block_header"}': 0,
};

/** A closed net of our own, whose blocks come when we want. */
const REGTEST: Series = {
  ...WELL,
  'monero_info_nettype{nettype="mainnet"}': 'absent',
  'monero_info_nettype{nettype="regtest"}': 1,
  'monero_lastblock_hash_info{hash="aa"}': 'absent',
  'monero_lastblock_hash_info{hash="regtest"}': 1,
  monero_info_height: 5,
  monero_lastblock_height: 4,
  monero_lastblock_timestamp_seconds: 1,
  ...connections(0),
};

function olderRelease(): Series {
  return well({
    'monero_build_info{version="0.18.4.0-release"}': 'absent',
    'monero_build_info{version="0.18.3.4-release"}': 1,
  });
}

/** What one monerod, or several of a network, tell. */
export const NODE_ROWS: Row[] = [
  {
    what: 'a first sync beside a node in sync, for two days',
    exporters: { a: WELL, b: FIRST_SYNC },
    at: 2 * DAY,
    fires: [],
  },
  {
    what: 'a closed net whose blocks are old',
    exporters: { a: REGTEST, b: WELL },
    at: DAY,
    fires: [],
  },
  {
    what: 'an exporter that is gone',
    exporters: { a: WELL, b: turned({ ...absent(WELL), up: 0 }) },
    at: 64,
    fires: ['MoneroExporterDown'],
  },
  {
    what: 'an exporter that is gone for a moment',
    exporters: { a: WELL, b: turned({ ...absent(WELL), up: 0 }) },
    at: 61,
    fires: [],
  },
  {
    what: 'a daemon that is down',
    exporters: { a: WELL, b: turned({ ...absent(WELL), up: 1, monero_up: 0 }) },
    at: 64,
    fires: ['MoneroDaemonDown'],
  },
  {
    what: 'a node that fell out of sync 10 minutes ago',
    exporters: { a: turned({ monero_info_in_sync: 0 }) },
    at: 70,
    fires: [],
  },
  {
    what: 'a node that fell out of sync 17 minutes ago',
    exporters: { a: turned({ monero_info_in_sync: 0 }) },
    at: 77,
    fires: ['MoneroNotInSync'],
  },
  {
    what: 'blocks that stopped coming 24 minutes ago',
    exporters: { a: turned({ monero_lastblock_timestamp_seconds: 3600 }) },
    at: 84,
    fires: ['MoneroLastBlockOld'],
  },
  {
    what: 'blocks that stopped coming 34 minutes ago',
    exporters: { a: turned({ monero_lastblock_timestamp_seconds: 3600 }) },
    at: 94,
    fires: ['MoneroLastBlockOld', 'MoneroLastBlockVeryOld'],
  },
  {
    what: 'a node that stands still while the other goes on',
    exporters: { a: WELL, b: turned({ monero_info_height: 3_000_030 }) },
    at: 80,
    fires: ['MoneroLagging'],
  },
  {
    what: 'a node that is two blocks behind',
    exporters: { a: WELL, b: well({ monero_info_height: [2_999_998, 0.5] }) },
    at: 80,
    fires: [],
  },
  {
    what: 'two nodes with different blocks at the same height',
    exporters: {
      a: WELL,
      b: turned({
        'monero_lastblock_hash_info{hash="aa"}': 'absent',
        'monero_lastblock_hash_info{hash="bb"}': 1,
      }),
    },
    at: 70,
    fires: ['MoneroFork'],
  },
  {
    what: 'two nodes of which one has the next block already',
    exporters: {
      a: WELL,
      b: well({
        'monero_lastblock_hash_info{hash="aa"}': 'absent',
        'monero_lastblock_hash_info{hash="bb"}': 1,
        monero_lastblock_height: [3_000_000, 0.5],
      }),
    },
    at: 70,
    fires: [],
  },
  {
    what: 'three outgoing peers',
    exporters: { a: turned(connections(3)) },
    at: 72,
    fires: ['MoneroFewOutgoingPeers'],
  },
  {
    what: 'no outgoing peers',
    exporters: { a: turned(connections(0)) },
    at: 72,
    fires: ['MoneroFewOutgoingPeers', 'MoneroNoOutgoingPeers'],
  },
  {
    what: 'no outgoing peers by intention',
    exporters: { a: well({ ...connections(0), monero_info_offline: 1 }) },
    at: 72,
    fires: [],
  },
  {
    what: 'a volume with a tenth of its space left',
    exporters: { a: turned({ monero_info_free_space_bytes: 27e9 }) },
    at: 72,
    fires: ['MoneroVolumeAlmostFull'],
  },
  {
    what: 'a volume that fills in 9 days',
    exporters: {
      a: well({ monero_info_free_space_bytes: [200e9, -200e9 / (9 * DAY)] }),
    },
    at: DAY,
    fires: ['MoneroVolumeFullSoon'],
  },
  {
    what: 'a volume that fills in a month',
    exporters: {
      a: well({ monero_info_free_space_bytes: [200e9, -200e9 / (30 * DAY)] }),
    },
    at: DAY,
    fires: [],
  },
  {
    what: 'a daemon that takes three seconds for get_info',
    exporters: {
      a: turned({
        'monero_exporter_rpc_duration_seconds{method="get_info"}': 3,
      }),
    },
    at: 67,
    fires: ['MoneroRpcSlow'],
  },
  {
    what: 'a call that fails while the node is in sync',
    exporters: {
      a: turned({
        'monero_exporter_rpc_success{method="get_last_block_header"}': 0,
      }),
    },
    at: 72,
    fires: ['MoneroRpcFailing'],
  },
  {
    what: 'a flood of transactions',
    exporters: { a: turned({ monero_transaction_pool_size_bytes: 60e6 }) },
    at: 67,
    fires: ['MoneroTransactionPoolLarge'],
  },
  {
    what: 'a daemon that starts again every ten minutes',
    exporters: { a: { ...WELL, monero_info_start_time_seconds: [1, 0.2] } },
    at: 90,
    fires: ['MoneroRestarts'],
  },
  {
    what: 'two versions for a day and an hour',
    exporters: { a: WELL, b: olderRelease() },
    at: DAY + 60,
    fires: ['MoneroVersionsDiffer'],
  },
  {
    what: 'two versions while an upgrade rolls',
    exporters: { a: WELL, b: olderRelease() },
    at: 6 * 60,
    fires: [],
  },
  {
    what: 'a release that the network has moved on from',
    exporters: {
      a: turned({
        'monero_hard_fork_state_info{state="ready"}': 'absent',
        'monero_hard_fork_state_info{state="update-needed"}': 1,
      }),
    },
    at: 125,
    fires: ['MoneroUpdateNeeded'],
  },
];
