import type { MinerHealth, MinerState, Silent } from '../schemas';
import { formatDuration, secondsSince } from './format';
import { readyMeanwhile, unmeasured, type MeasuringAway } from './measuring';
import type { NodeFacts, StateFinding } from './nodeHealth';
import { podCondition, programOf, type PodLike } from './pod';
import { podFindings } from './podFindings';
import type { MinerSample } from './sample';
import { silentExporter } from './silence';
import { unreachable } from './unreachable';

/** What is known beside the pod and its sample. */
export interface MinerContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** Since when the cluster cannot be reached; then nothing here is current. */
  unreachableSince?: string;
  /** Set while nobody measures the miners of the cluster. */
  measuringAway?: MeasuringAway;
  /** Why nobody gives work, if that is known. */
  noWork?: string;
}

interface MinerFinding {
  state: MinerState;
  reason: string;
  brief?: string;
  next?: string;
  since?: string;
  silent?: Silent;
}

interface MinerFacts extends MinerContext {
  pod: PodLike;
  sample: MinerSample;
}

/** xmrig prepares its memory and asks for work for about as long. */
const START_GRACE_SECONDS = 60;

const CHECKS: readonly ((facts: MinerFacts) => MinerFinding | undefined)[] = [
  unreachable,
  ofPod,
  readyMeanwhile('Mining'),
  notMeasured,
  starting,
  unmeasured,
  exporterSilent,
  minerSilent,
  idle,
];

/**
 * The health of one miner, in the words of the pages. Pure. Measured values
 * are kept with their age (`sampledAt`) when the exporter has fallen silent.
 */
export function minerHealthOf(
  pod: PodLike,
  sample: MinerSample | undefined,
  context: MinerContext,
): MinerHealth {
  const facts: MinerFacts = { ...context, pod, sample: sample ?? {} };
  const finding = firstFinding(facts);
  const xmrig = programOf(pod);
  const {
    up,
    mining,
    failedSince,
    failure,
    lookedAtEverySeconds,
    ...measured
  } = facts.sample;
  return {
    pod: pod.metadata.name,
    ...finding,
    since: finding.since ?? podCondition(pod, 'Ready')?.lastTransitionTime,
    kubeNode: pod.spec?.nodeName,
    startedAt: xmrig?.state?.running?.startedAt,
    restarts: xmrig?.restartCount,
    ...measured,
  };
}

function firstFinding(facts: MinerFacts): MinerFinding {
  for (const check of CHECKS) {
    const finding = check(facts);
    if (finding) {
      return finding;
    }
  }
  return { state: 'Mining', reason: 'Has work, and hashes.' };
}

/** What Kubernetes knows is the same for every kind of pod. */
function ofPod({ pod, now }: MinerFacts): MinerFinding | undefined {
  const facts: NodeFacts = { pod, now, sample: {} };
  for (const check of podFindings) {
    const found = check(facts);
    if (found) {
      return asMiner(found);
    }
  }
  return undefined;
}

const OF_POD: ReadonlySet<string> = new Set([
  'Pending',
  'Crash loop',
  'Stopping',
]);

function asMiner(found: StateFinding): MinerFinding {
  const next = found.next?.replace('spec.monerod', 'spec.xmrig');
  const reason = found.reason.replace(
    'Is being stopped; monerod writes its database before it ends.',
    'Is being stopped.',
  );
  const state = OF_POD.has(found.state)
    ? (found.state as MinerState)
    : 'Unknown';
  return { ...found, state, next, reason };
}

function runsFor({ pod, now }: MinerFacts): number {
  const started = programOf(pod)?.state?.running?.startedAt;
  return started === undefined ? 0 : secondsSince(started, now);
}

/** The pod is ready by the rule that makes a miner one that mines: only the numbers are missing. */
function notMeasured({ pod, sample }: MinerFacts): MinerFinding | undefined {
  const unasked =
    sample.sampledAt === undefined && sample.failedSince === undefined;
  return unasked && podCondition(pod, 'Ready')?.status === 'True'
    ? { state: 'Mining', reason: 'Its pod is ready; not measured yet.' }
    : undefined;
}

function starting(facts: MinerFacts): MinerFinding | undefined {
  const { mining, sampledAt } = facts.sample;
  const age = runsFor(facts);
  return age < START_GRACE_SECONDS && (sampledAt === undefined || !mining)
    ? {
        state: 'Starting',
        reason: `xmrig was started ${formatDuration(
          age,
        )} ago and does not hash yet.`,
        since: programOf(facts.pod)?.state?.running?.startedAt,
      }
    : undefined;
}

function exporterSilent({ sample, now }: MinerFacts): MinerFinding | undefined {
  const told = silentExporter(sample, now);
  return told && sample.sampledAt !== undefined
    ? {
        ...told,
        next: 'Look at the exporter container of the pod; the portal keeps asking.',
      }
    : told;
}

function minerSilent({ sample }: MinerFacts): MinerFinding | undefined {
  return sample.up === false
    ? {
        state: 'Unknown',
        silent: 'program',
        reason: 'xmrig runs but does not answer its exporter.',
        next: 'Look at the log of the pod; replacing it costs nothing.',
      }
    : undefined;
}

function idle({ sample, noWork }: MinerFacts): MinerFinding | undefined {
  if (sample.mining !== false) {
    return undefined;
  }
  const { connected, pool, hashrate10s } = sample;
  if (connected === false) {
    return {
      state: 'Idle',
      reason: noWork ?? 'It has no connection to who gives it work.',
      next: 'Look at the address in spec, at the network, and at the log of the pod.',
    };
  }
  return {
    state: 'Idle',
    reason: `It is connected${pool ? ` to ${pool}` : ''} and makes ${
      hashrate10s === undefined ? 'no' : Math.round(hashrate10s)
    } hashes a second.`,
    next: 'Look at the log of the pod: huge pages, memory and pauses are named there.',
  };
}
