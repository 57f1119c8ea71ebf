import { isIPv4, isIPv6 } from 'node:net';
import { Collector } from './collector';

/** More local peers than any network of ours has members. */
const MOST_HOSTS = 128;

const PRIVATE_IPV4 =
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const PRIVATE_IPV6 = /^f[cd]/i;

/**
 * The host of an address when it is a private one: a pod's, never that of a
 * stranger, whom nobody needs to find in a metric.
 */
function localHost(address: string): string | undefined {
  const host = address.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  const isLocal =
    (isIPv4(host) && PRIVATE_IPV4.test(host)) ||
    (isIPv6(host) && PRIVATE_IPV6.test(host));
  return isLocal ? host : undefined;
}

/**
 * Who of the same cluster has opened a link to this node, by address; tells
 * which pairs of a closed network are connected. Unrestricted listeners only.
 */
export const localPeersCollector: Collector = {
  name: 'local_peers',
  async collect(daemon, metrics) {
    const connections = await daemon.getConnections();
    const hosts = new Set(
      connections
        .filter(({ incoming, state }) => incoming && state === 'normal')
        .flatMap(({ address }) => localHost(address) ?? []),
    );
    metrics.gauges(
      'monero_p2p_local_peer_info',
      'Pods that opened a link to this node: private addresses alone, 128 at most.',
      [...hosts]
        .sort()
        .slice(0, MOST_HOSTS)
        .map(host => ({ labels: { host }, value: 1 })),
    );
  },
};
