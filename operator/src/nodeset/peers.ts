import { PORTS, ResolvedNodeSetSpec } from '@monero-portal/monero-api';
import { podServiceName } from './names';
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
 * monerod's configuration file of one member: its peers. In a closed net it
 * has no others; elsewhere monerod finds more by itself.
 */
export function peersFile(nodeSet: NodeSet, ordinal: number): string {
  const { peers } = nodeSet.spec;
  if (!isClosedNet(nodeSet)) {
    return [
      '# Peers are found on the network.',
      ...peers.map(peer => `add-priority-node=${peer}`),
      '',
    ].join('\n');
  }
  return [
    '# All that this node connects to.',
    ...[...members(nodeSet, ordinal), ...peers].map(
      peer => `add-exclusive-node=${peer}`,
    ),
    '',
  ].join('\n');
}

function members({ name, namespace, spec }: NodeSet, ordinal: number) {
  const port = PORTS.byNetwork[spec.network].p2p;
  return peersOf(ordinal, spec.replicas).map(
    peer => `${podServiceName(name, peer)}.${namespace}.svc:${port}`,
  );
}
