import type { NodeHealth, NodeState, Silent } from '../schemas';
import type { Fork } from './forks';
import { readyMeanwhile, type MeasuringAway } from './measuring';
import { programOf, podCondition, relayingOf, type PodLike } from './pod';
import { podFindings } from './podFindings';
import type { NodeSample } from './sample';
import { servicesOf } from './services';
import { blocksBehindOf, secondsLeftOf, syncFindings } from './syncFindings';
import { unreachable } from './unreachable';

/** What is known beside the pod and its sample. */
export interface NodeContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** Height of the best node of those that belong together. */
  bestHeight?: number;
  /** Set when the node follows another chain than most of them. */
  fork?: Fork;
  /** When the volume is full at the speed of the past. */
  diskFullAt?: string;
  /** Its own addresses on Tor and I2P. */
  onionAddress?: string;
  i2pAddress?: string;
  /** False when the node is alone by design (`--offline`, one of a regtest). */
  peersExpected?: boolean;
  /** Since when the cluster cannot be reached; then nothing here is current. */
  unreachableSince?: string;
  /** Set while nobody measures the nodes of the cluster. */
  measuringAway?: MeasuringAway;
}

/** All that a check may look at. */
export interface NodeFacts extends NodeContext {
  pod: PodLike;
  sample: NodeSample;
}

/** What a check found; the first finding is the node's state. */
export interface StateFinding {
  state: NodeState;
  reason: string;
  /** The same without what others said, where that makes it long. */
  brief?: string;
  /** Instead of what is said of every node in that state. */
  next?: string;
  since?: string;
  silent?: Silent;
}

/** What happens next, or what to do, unless the finding knows better. */
const NEXT: Partial<Record<NodeState, string>> = {
  Behind: 'It serves wallets once it is in sync.',
  Forked:
    'Look at its links to the others; it comes back by itself once it sees a longer chain.',
  Stuck: 'Look at its peers and its disk; replacing the node often helps.',
  Peerless:
    'Look at its network: outgoing connections of the pod, ban lists, exclusive peers.',
  'Crash loop':
    'Kubernetes tries again by itself; the last words name what to change.',
  Stopping: 'Its successor starts when it has ended.',
  Unknown: 'Look at the pod in the cluster; the portal keeps asking.',
};

/** A check: looks at one thing, and stays silent when it is in order. */
export type Check = (facts: NodeFacts) => StateFinding | undefined;

const checks: readonly Check[] = [
  // Nothing is current when the cluster is away.
  unreachable,
  // Kubernetes knows first whether there is a process at all.
  ...podFindings,
  readyMeanwhile('In sync'),
  // Then what monerod says of itself.
  ...syncFindings,
];

/**
 * The health of one pod, in the words of the pages. Pure.
 *
 * Measured values are kept with their age (`sampledAt`) when the exporter has
 * fallen silent, but the state is then `Unknown`.
 */
export function nodeHealthOf(
  pod: PodLike,
  sample: NodeSample | undefined,
  context: NodeContext,
): NodeHealth {
  const facts: NodeFacts = { ...context, pod, sample: sample ?? {} };
  const finding = firstFinding(facts);
  const monerod = programOf(pod);
  return {
    pod: pod.metadata.name,
    state: finding.state,
    reason: finding.reason,
    brief: finding.brief,
    next: finding.next ?? NEXT[finding.state],
    since: finding.since ?? podCondition(pod, 'Ready')?.lastTransitionTime,
    silent: finding.silent,
    kubeNode: pod.spec?.nodeName,
    startedAt: monerod?.state?.running?.startedAt,
    restarts: monerod?.restartCount,
    diskFullAt: facts.diskFullAt,
    onionAddress: facts.onionAddress,
    i2pAddress: facts.i2pAddress,
    relaying: relayingOf(pod),
    ...measured(facts),
  };
}

function firstFinding(facts: NodeFacts): StateFinding {
  for (const check of checks) {
    const finding = check(facts);
    if (finding) {
      return finding;
    }
  }
  return { state: 'Unknown', reason: 'Nothing is known about it yet.' };
}

function measured({ sample, bestHeight }: NodeFacts): Partial<NodeHealth> {
  return {
    sampledAt: sample.sampledAt,
    height: sample.height,
    targetHeight: sample.targetHeight,
    blocksBehind: blocksBehindOf(sample, bestHeight),
    secondsLeft: secondsLeftOf(sample, bestHeight),
    peersIn: sample.peersIn,
    peersOut: sample.peersOut,
    noPeersOutSince: sample.noPeersOutSince,
    peersAnonymous: sample.peersAnonymous,
    peersAnonymousIn: sample.peersAnonymousIn,
    peersAnonymousOut: sample.peersAnonymousOut,
    services: servicesOf(sample),
    clockSkewSeconds: sample.clockSkewSeconds,
    version: sample.version,
    databaseBytes: sample.databaseBytes,
    freeBytes: sample.freeBytes,
    transactionPool: sample.transactionPool,
    lastBlockAt: sample.lastBlockAt,
    topHash: sample.topHash,
    difficulty: sample.difficulty,
  };
}
