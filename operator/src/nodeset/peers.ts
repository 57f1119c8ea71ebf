import { PORTS, ResolvedNodeSetSpec } from '@monero-portal/monero-api';
import {
  anonymousPeers,
  Identities,
  inboundLines,
  isAnonymous,
  NO_IDENTITIES,
} from './anonymity';
import { podName, podServiceName } from './names';
import { NodeSet } from './spec';

/** Whether the nodes of the set are each other's only peers. */
export function isClosedNet({ spec }: NodeSet): boolean {
  return spec.network === 'regtest';
}

/**
 * Members that a member connects to by itself: all below it, and member 0 to
 * member 1. Every pair is connected, and a new member changes no old one's
 * list, but for the second, which gives the first somebody to look for.
 */
export function peersOf(ordinal: number, replicas: number): number[] {
  if (ordinal > 0) return Array.from({ length: ordinal }, (_, i) => i);
  return replicas > 1 ? [1] : [];
}

/** Whether a node on regtest has nobody to connect to. */
export function isAlone({
  network,
  replicas,
  peers,
}: Pick<ResolvedNodeSetSpec, 'network' | 'replicas' | 'peers'>): boolean {
  return network === 'regtest' && replicas <= 1 && peers.length === 0;
}

/**
 * Whether a pod that hands no transactions on must not serve wallets. A node
 * that is alone on regtest has nobody to hand them to.
 */
export function mustRelay(spec: ResolvedNodeSetSpec): boolean {
  return isAnonymous(spec) && !isAlone(spec);
}

/**
 * monerod's configuration file of one member: its peers, and its addresses on
 * Tor and I2P. In a closed net it has no other peers; elsewhere monerod finds
 * more by itself.
 */
export function peersFile(
  nodeSet: NodeSet,
  ordinal: number,
  identities: Identities = NO_IDENTITIES,
): string {
  const { name, spec } = nodeSet;
  const closed = isClosedNet(nodeSet);
  const ordinals = closed ? peersOf(ordinal, spec.replicas) : [];
  const anonymous = anonymousPeers(
    spec,
    ordinals.map(each => podName(name, each)),
    identities,
  );
  const peers = [
    ...ordinals.map(each => memberAddress(nodeSet, each)),
    ...spec.peers,
    ...anonymous,
  ];
  return [
    closed
      ? '# All that this node connects to.'
      : '# Peers are found on the network.',
    ...inboundLines(spec, podName(name, ordinal), identities),
    ...peers.map(
      peer => `add-${closed ? 'exclusive' : 'priority'}-node=${peer}`,
    ),
    '',
  ].join('\n');
}

function memberAddress({ name, namespace, spec }: NodeSet, ordinal: number) {
  const { p2p } = PORTS.byNetwork[spec.network];
  return `${podServiceName(name, ordinal)}.${namespace}.svc:${p2p}`;
}
