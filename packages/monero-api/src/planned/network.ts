import type { MoneroNetworkSpec } from '../generated/MoneroNetwork';
import { resolveSpec } from '../withDefaults';
import { anonymity, volumes } from './nodeSet';
import { needs, pods, type PlannedChild } from './words';

const DEFAULT_MEMBERS = 3;

/** What the operator creates for a network: node sets of one node, which it looks after in turn. */
export function plannedOfNetwork(
  name: string,
  spec: MoneroNetworkSpec,
): PlannedChild[] {
  const { replicas, node } = resolved(spec);
  return [
    { kind: 'Node sets', text: members(name, replicas) },
    { kind: 'Pods', text: pods(replicas, node.hardAntiAffinity) },
    {
      kind: 'Volume claims',
      text: volumes({ ...node, replicas }, 'network'),
    },
    { kind: 'Connections', text: mesh(replicas) },
    {
      kind: 'Services',
      text: 'P2P and restricted RPC of each member, its address, and one restricted RPC for all',
    },
    // A member is a set of one node, which needs no front.
    ...anonymity({ ...node, replicas: 1 }),
    {
      kind: 'Network policies',
      text: 'let in members, wallets and metrics, nothing else',
    },
  ];
}

/** What the cluster must have for all members. */
export function needsOfNetwork(spec: MoneroNetworkSpec): string {
  const { replicas, node } = resolved(spec);
  return needs(replicas, {
    disk: node.diskSize,
    memory: node.monerod.resources.requests.memory,
  });
}

function resolved(spec: MoneroNetworkSpec) {
  return {
    replicas: spec.replicas ?? DEFAULT_MEMBERS,
    node: resolveSpec({ network: 'regtest', ...spec.template?.spec }),
  };
}

function members(name: string, count: number): string {
  if (count === 0) return 'none';
  if (count === 1) return `1 of one node, ${name}-0`;
  return `${count} of one node each, ${name}-0 to ${name}-${count - 1}`;
}

/** A mesh of n has n(n - 1)/2 pairs. */
function mesh(count: number): string {
  if (count < 2) return 'none: one member alone runs offline';
  const pairs = (count * (count - 1)) / 2;
  return pairs === 1
    ? '1: the two are connected with each other'
    : `${pairs}: each member with the ${count - 1} others`;
}
