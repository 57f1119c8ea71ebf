import {
  type ClusterAccess,
  type PrivateNetwork,
  startNetwork,
} from './startNetwork';

/**
 * Starts a private I2P network of six routers, three of them floodfills, about
 * 120 MB. A new destination is reached some 10 s later.
 *
 * @returns with the files `i2pd.conf`, lines that stand at the top of a
 * configuration, and `seed.zip`, which they expect at /etc/private-i2p/seed.zip.
 * Whoever knew a destination before its router restarted reaches it again only
 * when the old lease is over, about ten minutes later.
 */
export function startPrivateI2p(
  access: ClusterAccess,
  namespace: string,
): Promise<PrivateNetwork> {
  return startNetwork(access, namespace, {
    name: 'private-i2p',
    image: 'docker.io/monero-portal/i2pd:2.56.0',
    socksPort: 4447,
    readyWhen: 'test -s /data/i2pd.conf',
    leaves: ['i2pd.conf', 'seed.zip'],
  });
}
