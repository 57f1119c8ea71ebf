import { ResolvedNodeSetSpec } from '@monero-portal/monero-api';
import { NodeView } from './nodes';
import { peersOf } from './peers';

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
 *   a peer that takes their transactions. They serve no wallet,
 *   but they may only lack the peer that was just replaced, or that does not
 *   run: so as many at a time as may be away, counting those that do not run,
 *   and none while a replaced node fails to start. One that
 *   is in sync serves other nodes still: it waits until another of these can go.
 * - Outdated nodes in sync come last: of all nodes wanted, at most
 *   `maxUnavailable` may be out of sync. Without `waitForSync` a node counts
 *   as soon as monerod runs.
 *
 * @param closed - whether the nodes are each other's only peers
 */
export function planRollout(
  spec: Pick<ResolvedNodeSetSpec, 'replicas' | 'updateStrategy'>,
  nodes: readonly NodeView[],
  { closed }: { closed: boolean },
): Replacement[] {
  const { maxUnavailable, waitForSync } = spec.updateStrategy;
  const wanted = nodes.filter(({ ordinal }) => ordinal < spec.replicas);
  const outdated = wanted
    .filter(node => node.outdated && node.phase !== 'Terminating')
    .reverse(); // like Kubernetes: the highest ordinal first
  const broken = outdated.filter(node => !node.running);
  const running = wanted.filter(node => node.running).length;
  const down = spec.replicas - running;
  const idle = outdated.filter(node => node.running && !node.serving);
  const lost = take(
    idle.filter(node => !isInSync(node)),
    maxUnavailable - down,
  );
  const keeping = take(
    idle.filter(isInSync),
    Math.min(
      maxUnavailable - down - lost.length,
      waitForSync
        ? maxUnavailable - (spec.replicas - wanted.filter(isInSync).length)
        : Infinity,
    ),
  );
  const behind = [...lost, ...keeping];
  const counts = (node: NodeView) =>
    node.serving || (closed && isAhead(node, wanted, spec.replicas));
  const away = waitForSync
    ? spec.replicas - wanted.filter(counts).length
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
        isInSync(node) ? 'keeps transactions to itself' : 'is not in sync',
      ),
    ),
    ...healthy.map(node => replacement(node, 'is next')),
  ];
}

/** Of members of a network `inSync` says that they serve wallets, too. */
function isInSync({ phase }: NodeView): boolean {
  return phase === 'InSync';
}

/**
 * Whether a node in sync has come to Tor or I2P, or to other keys, before
 * everybody that it would call there. In a closed net it hands transactions on
 * when these have come too, so they must not wait for it.
 */
function isAhead(
  node: NodeView,
  nodes: readonly NodeView[],
  replicas: number,
): boolean {
  if (node.outdated || !isInSync(node) || node.relaying !== false) {
    return false;
  }
  const called = peersOf(node.ordinal, replicas);
  return nodes
    .filter(({ ordinal }) => called.includes(ordinal))
    .every(
      peer =>
        peer.outdated &&
        !peer.meetsOn.some(each => node.meetsOn.includes(each)),
    );
}

function take<T>(items: readonly T[], count: number): T[] {
  return items.slice(0, Math.max(0, count));
}

function replacement({ pod, uid }: NodeView, reason: string): Replacement {
  return { pod, uid, why: `${pod} has an old revision and ${reason}.` };
}
