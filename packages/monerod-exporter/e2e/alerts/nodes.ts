import { Series, turn, Turn } from './series';

/** So many outgoing peers. */
export const connections = (out: number): Series => ({
  'monero_p2p_connections{type="in",state="normal"}': 5,
  'monero_p2p_connections{type="out",state="normal"}': out,
  'monero_p2p_connections{type="out",state="synchronizing"}': 0,
});

/** A node in sync on mainnet that lacks nothing. */
export const WELL: Series = {
  up: 1,
  monero_up: 1,
  monero_info_in_sync: 1,
  monero_info_offline: 0,
  'monero_info_nettype{nettype="mainnet"}': 1,
  monero_info_height: [3_000_000, 0.5],
  monero_lastblock_height: [2_999_999, 0.5],
  'monero_lastblock_hash_info{hash="aa"}': 1,
  monero_lastblock_timestamp_seconds: [0, 60],
  ...connections(12),
  'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 2,
  'monero_p2p_connections_by_address_kind{type="out",kind="i2p"}': 0,
  'monero_anonymity_service_published{network="tor",service="p2p"}': 1,
  'monero_anonymity_service_published{network="i2p",service="p2p"}': 1,
  monero_info_free_space_bytes: 200e9,
  monero_info_database_size_bytes: 250e9,
  'monero_exporter_rpc_duration_seconds{method="get_info"}': 0.002,
  'monero_exporter_rpc_success{method="get_info"}': 1,
  'monero_exporter_rpc_success{method="get_last_block_header"}': 1,
  monero_transaction_pool_size_bytes: 1e6,
  monero_info_start_time_seconds: 1_700_000_000,
  'monero_build_info{version="0.18.4.0-release"}': 1,
  'monero_hard_fork_state_info{state="ready"}': 1,
};

/** A node that lacks nothing, but for some series. */
export const well = (changes: Series): Series => ({ ...WELL, ...changes });

/** A node that lacks nothing for an hour. */
export const turned = (changes: Series): Turn => turn(changes, 60, WELL);
