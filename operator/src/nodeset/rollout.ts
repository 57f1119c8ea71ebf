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
 * - Outdated nodes whose monerod does not run: all of them, at once. Nothing is
 *   lost, and a broken node never blocks its own repair.
 * - Outdated nodes that run and do not serve come next: out of sync, or without
 *   a peer that takes their transactions. They serve nobody,
 *   but they may only lack the peer that was just replaced: so as many at a
 *   time as may be away, and none while a replaced node fails to start.
 * - Outdated nodes in sync come last: of all nodes wanted, at most
 *   `maxUnavailable` may be out of sync. Without `waitForSync` a node counts
 *   as soon as monerod runs.
 */
export function planRollout(
  spec: Pick<ResolvedNodeSetSpec, 'replicas' | 'updateStrategy'>,
  nodes: readonly NodeView[],
): Replacement[] {
  const { maxUnavailable, waitForSync } = spec.updateStrategy;
  const wanted = nodes.filter(({ ordinal }) => ordinal < spec.replicas);
  const outdated = wanted
    .filter(node => node.outdated && node.phase !== 'Terminating')
    .reverse(); // like Kubernetes: the highest ordinal first
  const broken = outdated.filter(node => !node.running);
  const running = wanted.filter(node => node.running).length;
  const starting = spec.replicas - running - broken.length;
  const behind = take(
    outdated.filter(node => node.running && !node.serving),
    maxUnavailable - starting,
  );
  const away = waitForSync
    ? spec.replicas - wanted.filter(node => node.serving).length
    : spec.replicas - running + behind.length;
  const healthy = take(
    outdated.filter(node => node.serving),
    maxUnavailable - away,
  );
  return [
    ...broken.map(node => replacement(node, 'does not run')),
    ...behind.map(node =>
      replacement(
        node,
        node.inSync ? 'keeps transactions to itself' : 'is not in sync',
      ),
    ),
    ...healthy.map(node => replacement(node, 'is next')),
  ];
}

function take<T>(items: readonly T[], count: number): T[] {
  return items.slice(0, Math.max(0, count));
}

function replacement({ pod, uid }: NodeView, reason: string): Replacement {
  return { pod, uid, why: `${pod} has an old revision and ${reason}.` };
}
