import { PORTS } from '@monero-portal/monero-api';
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

/** monerod's configuration file of one member: its peers. */
export function peersFile(nodeSet: NodeSet, ordinal: number): string {
  if (!isClosedNet(nodeSet)) return '# Peers are found on the network.\n';
  const { name, namespace, spec } = nodeSet;
  const port = PORTS.byNetwork[spec.network].p2p;
  const lines = peersOf(ordinal, spec.replicas).map(
    peer =>
      `add-exclusive-node=${podServiceName(
        name,
        peer,
      )}.${namespace}.svc:${port}`,
  );
  return ['# The other members of this node set.', ...lines, ''].join('\n');
}
