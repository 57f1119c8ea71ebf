import type {
  AddressService,
  NodeSample,
} from '@monero-portal/plugin-monero-common';
import type { Families, Metric, Wanted } from './families';

/** What a node's sample is made of. */
export const NODE_WANTED: Wanted = {
  families: new Set([
    'monero_up',
    'monero_build_info',
    'monero_info_height',
    'monero_info_target_height',
    'monero_info_synchronized',
    'monero_info_in_sync',
    'monero_info_nettype',
    'monero_info_difficulty',
    'monero_info_offline',
    'monero_info_database_size_bytes',
    'monero_info_free_space_bytes',
    'monero_p2p_connections',
    'monero_p2p_connections_by_address_kind',
    'monero_anonymity_service_published',
    'monero_tor_up',
    'monero_tor_bootstrapped_ratio',
    'monero_tor_introduction_circuits',
    'monero_i2pd_up',
    'monero_i2pd_known_routers',
    'monero_i2pd_service_tunnels',
    'monero_lastblock_timestamp_seconds',
    'monero_lastblock_hash_info',
    'monero_transaction_pool_transactions',
    'monero_recent_block_info',
    'monero_p2p_local_peer_info',
    'monero_exporter_collector_success',
    'monero_exporter_time_seconds',
  ]),
  labels: [
    'version',
    'nettype',
    'type',
    'state',
    'kind',
    'hash',
    'index',
    'host',
    'collector',
    'network',
    'service',
  ],
  only: { collector: 'local_peers' },
};

/** Year 2200: a later block time is garbage. */
const MAX_UNIX_SECONDS = 7_258_118_400;
const MAX_TEXT_LENGTH = 100;

/**
 * What one scrape says of a node. A family that is missing stays unknown.
 *
 * @param families - {@link NODE_WANTED} of that scrape
 * @param at - when it was, milliseconds since the epoch
 */
export function toSample(families: Families, at: number): NodeSample {
  const first = (name: string): Metric | undefined => families.get(name)?.[0];
  const count = (name: string) => wholeNumber(first(name)?.value);
  const flag = (name: string) => {
    const value = first(name)?.value;
    return value === undefined ? undefined : value === 1;
  };
  const label = (name: string, key: string) =>
    first(name)?.labels[key]?.slice(0, MAX_TEXT_LENGTH) || undefined;
  const peers = (type: string) => peersOf(families, type);
  return {
    up: flag('monero_up'),
    version: label('monero_build_info', 'version'),
    nettype: label('monero_info_nettype', 'nettype'),
    height: count('monero_info_height'),
    targetHeight: count('monero_info_target_height') || undefined,
    synchronized: flag('monero_info_synchronized'),
    inSync: flag('monero_info_in_sync'),
    peersIn: peers('in'),
    peersOut: peers('out'),
    offline: flag('monero_info_offline'),
    peersAnonymous: anonymousPeersOf(families),
    peersAnonymousIn: anonymousPeersOf(families, 'in'),
    peersAnonymousOut: anonymousPeersOf(families, 'out'),
    services: servicesOf(families),
    tor: known({
      up: flag('monero_tor_up'),
      bootstrapped: shareOf(first('monero_tor_bootstrapped_ratio')?.value),
      introductionCircuits: count('monero_tor_introduction_circuits'),
    }),
    i2pd: known({
      up: flag('monero_i2pd_up'),
      knownRouters: count('monero_i2pd_known_routers'),
      tunnelsIn: tunnelsOf(families, 'in'),
      tunnelsOut: tunnelsOf(families, 'out'),
    }),
    databaseBytes: count('monero_info_database_size_bytes'),
    freeBytes: count('monero_info_free_space_bytes'),
    transactionPool: count('monero_transaction_pool_transactions'),
    lastBlockAt: timeOf(first('monero_lastblock_timestamp_seconds')?.value),
    difficulty: count('monero_info_difficulty'),
    topHash: label('monero_lastblock_hash_info', 'hash'),
    blocks: blocksOf(families),
    localPeers: localPeersOf(families),
    clockSkewSeconds: skewOf(first('monero_exporter_time_seconds')?.value, at),
  };
}

function wholeNumber(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= Number.MAX_SAFE_INTEGER
    ? Math.floor(value)
    : undefined;
}

/** The sum over all connections of a direction, whatever other labels they have. */
function peersOf(families: Families, type: string): number | undefined {
  const matching = families
    .get('monero_p2p_connections')
    ?.filter(({ labels }) => labels.type === type);
  return matching?.length ? sumOf(matching) : undefined;
}

const ANONYMOUS: ReadonlySet<string> = new Set(['tor', 'i2p']);

function anonymousPeersOf(
  families: Families,
  type?: string,
): number | undefined {
  const kinds = families.get('monero_p2p_connections_by_address_kind');
  return (
    kinds &&
    sumOf(
      kinds.filter(
        ({ labels }) =>
          ANONYMOUS.has(labels.kind) &&
          (type === undefined || labels.type === type),
      ),
    )
  );
}

const NETWORKS = ['tor', 'i2p'] as const;
const SERVICES = ['p2p', 'rpc'] as const;

/** Names that are not known are left out: an exporter that is newer than this. */
function servicesOf(families: Families): AddressService[] | undefined {
  return families
    .get('monero_anonymity_service_published')
    ?.flatMap(({ labels, value }) => {
      const network = NETWORKS.find(each => each === labels.network);
      const service = SERVICES.find(each => each === labels.service);
      return network && service
        ? [{ network, service, published: value === 1 }]
        : [];
    });
}

function tunnelsOf(families: Families, type: string): number | undefined {
  return wholeNumber(
    families
      .get('monero_i2pd_service_tunnels')
      ?.find(({ labels }) => labels.type === type)?.value,
  );
}

function shareOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
}

/** @returns undefined when nothing of it is known */
function known<T extends object>(facts: T): T | undefined {
  return Object.values(facts).some(value => value !== undefined)
    ? facts
    : undefined;
}

function sumOf(metrics: readonly Metric[]): number | undefined {
  return wholeNumber(metrics.reduce((sum, { value }) => sum + value, 0));
}

function timeOf(seconds: number | undefined): string | undefined {
  return seconds !== undefined && seconds > 0 && seconds < MAX_UNIX_SECONDS
    ? new Date(seconds * 1000).toISOString()
    : undefined;
}

function blocksOf(families: Families): ReadonlyMap<number, string> | undefined {
  const blocks = families
    .get('monero_recent_block_info')
    ?.map(({ labels }): [number, string] => [
      Number(labels.index),
      (labels.hash ?? '').slice(0, MAX_TEXT_LENGTH),
    ])
    .filter(([index, hash]) => Number.isSafeInteger(index) && hash !== '')
    .sort(([a], [b]) => a - b);
  return blocks?.length ? new Map(blocks) : undefined;
}

/** None is an answer only where the exporter says that it could ask. */
function localPeersOf(families: Families): string[] | undefined {
  const asked = families
    .get('monero_exporter_collector_success')
    ?.some(
      ({ labels, value }) => labels.collector === 'local_peers' && value === 1,
    );
  return asked
    ? (families.get('monero_p2p_local_peer_info') ?? [])
        .flatMap(({ labels }) => labels.host?.slice(0, MAX_TEXT_LENGTH) ?? [])
        .sort()
    : undefined;
}

/** Rounded: what the way takes is no skew. */
function skewOf(seconds: number | undefined, at: number): number | undefined {
  return seconds !== undefined && seconds > 0 && seconds < MAX_UNIX_SECONDS
    ? Math.round(seconds - at / 1000)
    : undefined;
}
