import { DecodeContext, query } from '../endpoint';
import { WireReader } from '../wire';

/** Which chain a daemon follows; monerod calls regtest `fakechain`. */
export type Nettype = 'mainnet' | 'testnet' | 'stagenet' | 'regtest';

/**
 * State of a daemon. Fields that a restricted listener masks are `undefined`
 * there, never zero.
 */
export interface DaemonInfo {
  nettype: Nettype;
  /** Length of the chain: index of the top block + 1. */
  height: number;
  /** Height of the tallest peer while behind; `undefined` when in sync, and without peers. */
  targetHeight?: number;
  topBlockHash: string;
  /** monerod's own word that it has caught up with its peers. It stays true when they go away. */
  synchronized: boolean;
  /** A batch of blocks is being added right now. */
  busySyncing: boolean;
  /** Started with `--offline`: no peers, by intention. */
  offline: boolean;
  /** Answered by a restricted listener. */
  restricted: boolean;
  /** Some data comes from a bootstrap daemon, not from this one. */
  untrusted: boolean;
  /** Such as `0.18.4.0-release`. Masked on a restricted listener. */
  version?: string;
  /** Unix time. Masked on a restricted listener. */
  startTimeSeconds?: number;
  /** Masked on a restricted listener, as are the six counts that follow. */
  incomingConnections?: number;
  outgoingConnections?: number;
  rpcConnections?: number;
  whitePeers?: number;
  greyPeers?: number;
  alternativeBlocks?: number;
  /** Whether a newer release is known; masked on a restricted listener. */
  updateAvailable?: boolean;
  difficulty: bigint;
  cumulativeDifficulty: bigint;
  databaseSizeBytes: number;
  /** A restricted listener rounds the size up to 5 GiB. */
  databaseSizeApproximate: boolean;
  /** Free space of the volume. Masked on a restricted listener. */
  freeSpaceBytes?: number;
  /** Transactions in the chain, without those that reward miners. */
  transactions: number;
  poolTransactions: number;
  blockWeightLimitBytes: number;
  blockWeightMedianBytes: number;
  /** Intended time between blocks. */
  blockIntervalSeconds: number;
}

const NETTYPES: Readonly<Record<string, Nettype>> = {
  mainnet: 'mainnet',
  testnet: 'testnet',
  stagenet: 'stagenet',
  fakechain: 'regtest',
};

/** What a listener that does not know its free space says. */
const UNKNOWN_SPACE = 2n ** 64n - 1n;

function freeSpaceOf(wire: WireReader): number | undefined {
  return wire.uint64('free_space') === UNKNOWN_SPACE
    ? undefined
    : wire.count('free_space');
}

function maskedFields(wire: WireReader) {
  return {
    version: wire.string('version'),
    startTimeSeconds: wire.count('start_time'),
    incomingConnections: wire.count('incoming_connections_count'),
    outgoingConnections: wire.count('outgoing_connections_count'),
    rpcConnections: wire.count('rpc_connections_count'),
    whitePeers: wire.count('white_peerlist_size'),
    greyPeers: wire.count('grey_peerlist_size'),
    alternativeBlocks: wire.count('alt_blocks_count'),
    updateAvailable: wire.boolean('update_available'),
    freeSpaceBytes: freeSpaceOf(wire),
  };
}

function decode(wire: WireReader, { listener }: DecodeContext): DaemonInfo {
  const restricted = wire.has('restricted')
    ? wire.boolean('restricted')
    : listener === 'restricted';
  return {
    nettype: wire.oneOf('nettype', NETTYPES),
    height: wire.count('height'),
    targetHeight: wire.count('target_height') || undefined,
    topBlockHash: wire.hash('top_block_hash'),
    synchronized: wire.boolean('synchronized'),
    busySyncing: wire.has('busy_syncing') && wire.boolean('busy_syncing'),
    offline: wire.boolean('offline'),
    restricted,
    untrusted: wire.boolean('untrusted'),
    difficulty: wire.hexNumber('wide_difficulty'),
    cumulativeDifficulty: wire.hexNumber('wide_cumulative_difficulty'),
    databaseSizeBytes: wire.count('database_size'),
    databaseSizeApproximate: restricted,
    transactions: wire.count('tx_count'),
    poolTransactions: wire.count('tx_pool_size'),
    blockWeightLimitBytes: wire.count('block_weight_limit'),
    blockWeightMedianBytes: wire.count('block_weight_median'),
    blockIntervalSeconds: wire.count('target'),
    ...(restricted ? {} : maskedFields(wire)),
  };
}

/** State of the daemon: height, peers, version, disk. Answers while syncing, then slowly. */
export const getInfo = query('get_info', 'json-rpc', decode);
