import { Connection } from 'monerod-client';
import { Sample } from '../metrics';
import { Collector } from './collector';

const typeOf = (connection: Connection) => (connection.incoming ? 'in' : 'out');

function byState(connections: readonly Connection[]): Sample[] {
  const samples = new Map<string, Sample>();
  for (const connection of connections) {
    const labels = { type: typeOf(connection), state: connection.state };
    const key = `${labels.type} ${labels.state}`;
    const value = (samples.get(key)?.value ?? 0) + 1;
    samples.set(key, { labels, value });
  }
  return [...samples.values()];
}

/** Links to peers, from get_connections; unrestricted listeners only. */
export const connectionsCollector: Collector = {
  name: 'connections',
  async collect(daemon, metrics) {
    const connections = await daemon.getConnections();
    metrics.gauges(
      'monero_p2p_connections',
      'Links to peers: in was opened by the peer, out by this node.',
      ['in', 'out'].map(type => ({
        labels: { type },
        value: connections.filter(each => typeOf(each) === type).length,
      })),
    );
    metrics.gauges(
      'monero_p2p_connections_by_state',
      'Links to peers by what they are doing.',
      byState(connections),
    );
  },
};
