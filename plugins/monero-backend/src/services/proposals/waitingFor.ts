import {
  formatDuration,
  secondsSince,
  worstNodeOf,
  type ClusterInfo,
  type NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import type { ObservedObject } from '../clusters';
import type { ProposalRow } from './ProposalRow';
import { stalledOf } from './progress';
import { shortCommit } from './steps';

/** What is known around a proposal. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  now: number;
  cluster?: ClusterInfo;
  /** Of a node set. */
  health?: NodeSetHealth;
  /** Of any kind. */
  object?: ObservedObject;
  /** Pods and members that are still there. */
  remnants?: number;
}

/** An agent that takes longer than this is worth a look. */
const AGENT_PATIENCE_SECONDS = 120;

/**
 * What a proposal waits for, in a sentence that names who or what has to act.
 * Pure.
 *
 * @returns undefined when nothing is awaited any more
 */
export function waitingFor(
  row: ProposalRow,
  around: Surroundings,
): string | undefined {
  switch (row.state) {
    case 'proposed':
      return reviewPending(row);
    case 'conflict':
      return `Cannot be merged. Propose the change again on top of the manifest as it is on ${row.targetBranch} now, and close this one.`;
    case 'merged':
      return afterMerge(row, around);
    default:
      return undefined;
  }
}

function reviewPending(row: ProposalRow): string {
  const { targetBranch, forge, prNumber, prWaits } = row;
  const where = forge === null ? '' : ` on ${forge} (#${prNumber})`;
  const why = prWaits ? ` ${prWaits}` : '';
  return `Waits for a review${where}: it changes nothing until it is merged into ${targetBranch}.${why}`;
}

function afterMerge(
  row: ProposalRow,
  around: Surroundings,
): string | undefined {
  const { now, cluster } = around;
  if (row.inSyncAt !== null) {
    return undefined;
  }
  if (row.supersededBy !== null) {
    return `Overtaken by proposal #${row.supersededBy}, which changed the same object later.`;
  }
  if (cluster && cluster.state !== 'connected') {
    return `Waits for cluster ${cluster.name}. ${
      cluster.error ?? 'The portal is connecting to it.'
    }`;
  }
  if (row.appliedAt === null) {
    return agentPending(row, now);
  }
  return row.operation === 'retire'
    ? removalPending(row, around)
    : objectPending(row, around);
}

function removalPending(row: ProposalRow, around: Surroundings): string {
  if (row.reconciledAt === null) {
    return 'The object is being removed.';
  }
  const count = around.remnants ?? 0;
  return `Waits for ${
    count === 1 ? '1 more pod or member' : `${count} more pods or members`
  } to end.`;
}

function objectPending(row: ProposalRow, around: Surroundings): string {
  const seen = around.health ?? around.object;
  if (!seen) {
    return `The object is not in cluster ${row.cluster} any more; waits until it is applied again.`;
  }
  if (row.reconciledAt === null) {
    return operatorPending(row, seen);
  }
  return around.health ? syncPending(around.health) : readyPending(seen);
}

function readyPending({ conditions }: Pick<ObservedObject, 'conditions'>) {
  const ready = conditions.find(({ type }) => type === 'Ready');
  const why = ready?.message ?? ready?.reason;
  return `Waits for the operator to call it Ready${why ? `: ${why}` : '.'}`;
}

function agentPending(row: ProposalRow, now: number): string {
  const age = row.mergedAt ? secondsSince(row.mergedAt, now) : 0;
  const commit = row.mergeCommit
    ? `commit ${shortCommit(row.mergeCommit)}`
    : `branch ${row.targetBranch}`;
  const doubt =
    age > AGENT_PATIENCE_SECONDS
      ? ' That is unusually long: is the agent running, and does its log show an error?'
      : '';
  return `Waits for the GitOps agent to apply ${commit}, merged ${formatDuration(
    age,
  )} ago.${doubt}`;
}

function operatorPending(
  row: ProposalRow,
  seen: Pick<ObservedObject, 'conditions'>,
): string {
  const stalled = stalledOf(seen);
  return stalled
    ? `The operator cannot go on: ${stalled.message ?? stalled.reason}`
    : `Waits for the operator to act on revision ${row.appliedGeneration}.`;
}

function syncPending(health: NodeSetHealth): string {
  const worst = worstNodeOf(health.nodes);
  if (worst) {
    return `Waits for ${worst.pod}: ${worst.reason}`;
  }
  const missing = health.replicas - health.nodes.length;
  if (missing > 0) {
    return `Waits for ${
      missing === 1 ? '1 more pod' : `${missing} more pods`
    }.`;
  }
  return 'All nodes are in sync; waits for the operator to confirm it.';
}
