import {
  type ClusterAccess,
  type PrivateNetwork,
  startNetwork,
} from './startNetwork';

/**
 * Starts a private Tor network: three authorities, three relays and a client,
 * about 500 MB. Ready some 35 s later, with the second consensus. Its exits lead
 * to addresses of the cluster.
 *
 * @returns with the file `torrc`: lines that make any tor a member. A client
 * that knew an onion service before a restart of it may hang on a dead circuit;
 * ask with another SOCKS user at each try.
 */
export function startPrivateTor(
  access: ClusterAccess,
  namespace: string,
): Promise<PrivateNetwork> {
  return startNetwork(access, namespace, {
    name: 'private-tor',
    image: 'docker.io/monero-portal/tor:0.4.9',
    socksPort: 9050,
    readyWhen: "grep -q 'Bootstrapped 100%' /data/client/log",
    leaves: ['torrc'],
  });
}
