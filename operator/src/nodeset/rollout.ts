import { ResolvedNodeSetSpec } from '@monero-portal/monero-api';
import { NodeView } from './nodes';

/** A pod to be replaced, and why now. */
export interface Replacement {
  pod: string;
  uid: string;
  /** A sentence. */
  why: string;
}

/**
 * Pods to delete now, so that the StatefulSet controller makes them anew on
 * the current revision.
 *
 * - Outdated nodes that are not in sync go first, all of them: nothing is
 *   lost, and a broken node never blocks its own repair.
 * - Outdated nodes in sync go within the budget: of all nodes wanted, at most
 *   `maxUnavailable` may be away. Without `waitForSync` a node counts as
 *   present as soon as monerod runs.
 */
export function planRollout(
  spec: Pick<ResolvedNodeSetSpec, 'replicas' | 'updateStrategy'>,
  nodes: readonly NodeView[],
): Replacement[] {
  const { maxUnavailable, waitForSync } = spec.updateStrategy;
  const wanted = nodes.filter(({ ordinal }) => ordinal < spec.replicas);
  const present = (node: NodeView) =>
    waitForSync ? node.inSync : node.running;
  const outdated = wanted.filter(
    node => node.outdated && node.phase !== 'Terminating',
  );
  const broken = outdated.filter(node => !present(node));
  const away = spec.replicas - wanted.filter(present).length;
  const budget = Math.max(0, maxUnavailable - away);
  const healthy = outdated
    .filter(present)
    .reverse() // like Kubernetes: the highest ordinal first
    .slice(0, budget);
  return [
    ...broken.map(node => replacement(node, 'is not in sync')),
    ...healthy.map(node => replacement(node, 'is next')),
  ];
}

function replacement({ pod, uid }: NodeView, reason: string): Replacement {
  return { pod, uid, why: `${pod} has an old revision and ${reason}.` };
}
