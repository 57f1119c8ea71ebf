import { AddressKind, Connection } from 'monerod-client';
import { distribution } from '../distribution';
import { Metrics, Sample } from '../metrics';
import { Collector } from './collector';

const TYPES = ['in', 'out'] as const;

/** monerod's own words for what a connection does. */
const STATES = [
  'before_handshake',
  'synchronizing',
  'standby',
  'idle',
  'normal',
] as const;

const KINDS: readonly AddressKind[] = ['ipv4', 'ipv6', 'tor', 'i2p'];

const typeOf = (connection: Connection) => (connection.incoming ? 'in' : 'out');

/**
 * Counts by direction and one other thing. Names that are known have a series
 * even when nobody is there, so that an alert has something to look at; any
 * other counts as `unknown`.
 */
function count(
  connections: readonly Connection[],
  label: string,
  names: readonly string[],
  nameOf: (connection: Connection) => string,
): Sample[] {
  const known = new Set(names);
  const counts = new Map<string, number>();
  for (const connection of connections) {
    const found = nameOf(connection);
    const name = known.has(found) ? found : 'unknown';
    const key = `${typeOf(connection)} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return TYPES.flatMap(type =>
    [...names, 'unknown'].flatMap(name => {
      const value = counts.get(`${type} ${name}`) ?? 0;
      return name === 'unknown' && value === 0
        ? []
        : [{ labels: { type, [label]: name }, value }];
    }),
  );
}

function setDistributions(
  connections: readonly Connection[],
  metrics: Metrics,
): void {
  metrics.gauges(
    'monero_p2p_connections_age_seconds',
    'How long the links have lasted.',
    distribution(connections.map(each => each.liveSeconds)),
  );
  metrics.gauges(
    'monero_p2p_connections_height',
    'Heights that the peers claim.',
    distribution(connections.map(each => each.height)),
  );
  const rates = connections.filter(each => each.liveSeconds > 0);
  metrics.gauges(
    'monero_p2p_connections_rx_bytes_per_second',
    'What peers sent over each link, on average over its life.',
    distribution(rates.map(each => each.receivedBytes / each.liveSeconds)),
  );
  metrics.gauges(
    'monero_p2p_connections_tx_bytes_per_second',
    'What was sent to peers over each link, on average over its life.',
    distribution(rates.map(each => each.sentBytes / each.liveSeconds)),
  );
}

/** Links to peers, from get_connections; unrestricted listeners only. */
export const connectionsCollector: Collector = {
  name: 'connections',
  async collect(daemon, metrics) {
    const connections = await daemon.getConnections();
    metrics.gauges(
      'monero_p2p_connections',
      'Links to peers by what they do: in was opened by the peer, out by this node.',
      count(connections, 'state', STATES, each => each.state),
    );
    metrics.gauges(
      'monero_p2p_connections_by_address_kind',
      'Links to peers by the network that they run over.',
      count(connections, 'kind', KINDS, each => each.addressKind),
    );
    setDistributions(connections, metrics);
  },
};
