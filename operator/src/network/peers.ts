import { PORTS } from '@monero-portal/monero-api';
import { peersOf } from '../nodeset/peers';
import { addressName } from './names';
import { Network } from './spec';

/** Addresses of the members that a member connects to by itself. */
export function memberPeers(network: Network, ordinal: number): string[] {
  const { name, namespace, replicas } = network;
  return peersOf(ordinal, replicas).map(
    peer =>
      `${addressName(name, peer)}.${namespace}.svc:${
        PORTS.byNetwork.regtest.p2p
      }`,
  );
}
