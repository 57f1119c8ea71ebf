import { formatCount, formatDuration, plural, secondsSince } from './format';
import { unmeasured } from './measuring';
import type { Check, StateFinding, NodeFacts } from './nodeHealth';
import { programOf, podCondition, relayingOf } from './pod';
import type { NodeSample } from './sample';
import { silentExporter } from './silence';

/** How long monerod may take to open its database before silence is news. */
const START_GRACE_SECONDS = 300;
/** How long a started node may look for its first peer. */
const PEER_GRACE_SECONDS = 60;
/** A height that stands still this long while behind is stuck. */
const STUCK_SECONDS = 300;
/**
 * How far a node that takes itself for synchronized may lie behind the best
 * of its set. Samples are seconds apart, so a few blocks mean nothing.
 */
const LAG_TOLERANCE_BLOCKS = 10;

/** What monerod says of itself, through its exporter. */
export const syncFindings: readonly Check[] = [
  notMeasured,
  restarted,
  unmeasured,
  exporterSilent,
  daemonSilent,
  forked,
  inSync,
  peerless,
  stuck,
  behind,
];

/**
 * Blocks that the node lacks, against its peers and the best of the set.
 *
 * @returns undefined when that is not known
 */
export function blocksBehindOf(
  sample: NodeSample,
  bestHeight?: number,
): number | undefined {
  const { height } = sample;
  if (height === undefined) {
    return undefined;
  }
  const top = Math.max(sample.targetHeight ?? 0, bestHeight ?? 0);
  const distance = Math.max(0, top - height);
  if (sample.inSync) {
    return distance > LAG_TOLERANCE_BLOCKS ? distance : 0;
  }
  // Not in sync and nobody higher in sight: the distance is unknown, not 0.
  return distance > 0 ? distance : undefined;
}

/** Time until the node is in sync at its measured speed, in seconds. */
export function secondsLeftOf(
  sample: NodeSample,
  bestHeight?: number,
): number | undefined {
  const blocks = blocksBehindOf(sample, bestHeight);
  const speed = sample.blocksPerSecond;
  return blocks && speed && speed > 0 ? blocks / speed : undefined;
}

function startedAt({ pod }: NodeFacts): string | undefined {
  return programOf(pod)?.state?.running?.startedAt;
}

function runsFor(facts: NodeFacts): number {
  const started = startedAt(facts);
  return started === undefined ? 0 : secondsSince(started, facts.now);
}

function starting(facts: NodeFacts, what: string): StateFinding {
  return {
    state: 'Starting',
    reason: `monerod was started ${formatDuration(
      runsFor(facts),
    )} ago and ${what}.`,
    since: startedAt(facts),
  };
}

/**
 * The portal has just begun to look: the pod is ready by the same rule that
 * makes a node in sync, so only the numbers are missing.
 */
function notMeasured({ pod, sample }: NodeFacts): StateFinding | undefined {
  const unasked =
    sample.sampledAt === undefined && sample.failedSince === undefined;
  return unasked && podCondition(pod, 'Ready')?.status === 'True'
    ? { state: 'In sync', reason: 'Its pod is ready; not measured yet.' }
    : undefined;
}

/** A sample taken before monerod was last started tells nothing of this run. */
function restarted(facts: NodeFacts): StateFinding | undefined {
  const { sampledAt } = facts.sample;
  const started = startedAt(facts);
  const predates =
    sampledAt === undefined ||
    (started !== undefined && Date.parse(sampledAt) < Date.parse(started));
  return predates && runsFor(facts) < START_GRACE_SECONDS
    ? starting(facts, 'does not answer yet')
    : undefined;
}

function exporterSilent({ sample, now }: NodeFacts): StateFinding | undefined {
  const told = silentExporter(sample, now);
  return told && sample.height !== undefined
    ? {
        ...told,
        reason: `${told.reason} It was last seen at height ${formatCount(
          sample.height,
        )}.`,
      }
    : told;
}

function daemonSilent(facts: NodeFacts): StateFinding | undefined {
  const { up, height, answeredAt } = facts.sample;
  if (up !== false && height !== undefined) {
    return undefined;
  }
  const started = startedAt(facts) ?? '';
  if (
    answeredAt !== undefined &&
    Date.parse(answeredAt) > Date.parse(started)
  ) {
    const silence = formatDuration(secondsSince(answeredAt, facts.now));
    return {
      state: 'Unknown',
      silent: 'program',
      reason: `monerod runs, but has not answered its exporter for ${silence}.`,
      next: 'A busy disk passes; a hung process does not: replace the pod.',
      since: answeredAt,
    };
  }
  return runsFor(facts) < START_GRACE_SECONDS
    ? starting(facts, 'does not answer yet')
    : {
        state: 'Unknown',
        silent: 'program',
        reason: `monerod runs for ${formatDuration(
          runsFor(facts),
        )} but does not answer its exporter.`,
      };
}

function forked({ fork }: NodeFacts): StateFinding | undefined {
  if (!fork) {
    return undefined;
  }
  const { index, others } = fork;
  return {
    state: 'Forked',
    reason: `Its block ${formatCount(index)} is not the one of ${plural(
      others,
      'other node',
    )}.`,
  };
}

function peersOf({ peersIn, peersOut }: NodeSample): number | undefined {
  return peersIn === undefined || peersOut === undefined
    ? undefined
    : peersIn + peersOut;
}

function inSync(facts: NodeFacts): StateFinding | undefined {
  const { sample, bestHeight, peersExpected = true } = facts;
  const alone = peersExpected && peersOf(sample) === 0;
  if (!sample.inSync || alone || blocksBehindOf(sample, bestHeight) !== 0) {
    return undefined;
  }
  return relayingOf(facts.pod) === false
    ? {
        state: 'In sync',
        reason:
          'At the top of the chain, but without a peer on Tor or I2P: wallets are not led to it.',
      }
    : { state: 'In sync', reason: 'At the top of the chain.' };
}

function peerless(facts: NodeFacts): StateFinding | undefined {
  const { sample, peersExpected = true } = facts;
  if (!peersExpected || peersOf(sample) !== 0) {
    return undefined;
  }
  return runsFor(facts) < PEER_GRACE_SECONDS
    ? starting(facts, 'looks for its first peer')
    : {
        state: 'Peerless',
        reason: 'Connected to no other node, so no new block reaches it.',
      };
}

function stuck(facts: NodeFacts): StateFinding | undefined {
  const { sample, bestHeight, now } = facts;
  const { height, heightSince } = sample;
  if (height === undefined || heightSince === undefined) {
    return undefined;
  }
  const standsFor = secondsSince(heightSince, now);
  if (standsFor < STUCK_SECONDS) {
    return undefined;
  }
  const blocks = blocksBehindOf(sample, bestHeight);
  const distance =
    blocks === undefined ? '' : `, ${plural(blocks, 'block')} behind`;
  return {
    state: 'Stuck',
    reason: `Has stood at height ${formatCount(height)} for ${formatDuration(
      standsFor,
    )}${distance}.`,
    since: heightSince,
  };
}

function behind({ sample, bestHeight }: NodeFacts): StateFinding {
  const blocks = blocksBehindOf(sample, bestHeight);
  if (blocks === undefined || blocks === 0) {
    return {
      state: 'Behind',
      reason: 'Catching up; how far it has to go is not known yet.',
    };
  }
  const seconds = secondsLeftOf(sample, bestHeight);
  const estimate =
    seconds === undefined ? '' : `, about ${formatDuration(seconds)}`;
  return {
    state: 'Behind',
    reason: `${plural(blocks, 'block')} behind${estimate}.`,
  };
}
