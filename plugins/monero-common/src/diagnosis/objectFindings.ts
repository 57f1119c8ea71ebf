import type { Finding, ObjectHealth } from '../schemas';
import { conditionOf } from '../health/conditions';
import { formatDuration, secondsSince, sentence } from '../health/format';
import { upToReasonOf } from '../health/operatorWords';
import { rollingOut } from '../health/rollout';
import { isLongUnpublished, lostOnionOf } from '../health/services';

/** What a check of a whole object may look at. */
export interface ObjectFacts {
  object: Omit<ObjectHealth, 'verdict' | 'findings'>;
  /** Nodes or miners of which a finding of their own tells why they do not run. */
  told: readonly string[];
  /** Milliseconds since the epoch. */
  now: number;
  /** Why its cluster cannot be reached. */
  unreachableReason?: string;
}

/** How long the operator may take to notice a change before silence is news. */
const OPERATOR_GRACE_SECONDS = 60;

const CHECKS: readonly ((facts: ObjectFacts) => Finding | undefined)[] = [
  clusterAway,
  measuringAway,
  stalled,
  operatorSilent,
  rolloutWaiting,
  notRelaying,
  rpcUnpublished,
  paused,
];

/** What is found of any kind, from what its operator wrote. */
export function objectFindings(facts: ObjectFacts): Finding[] {
  return CHECKS.flatMap(check => check(facts) ?? []);
}

function clusterAway(facts: ObjectFacts): Finding | undefined {
  const { object, now, unreachableReason } = facts;
  if (!object.stale) {
    return undefined;
  }
  const span = formatDuration(secondsSince(object.asOf, now));
  return {
    code: 'ClusterAway',
    severity: 'warning',
    what: `Cluster ${object.cluster} cannot be reached`,
    evidence: sentence(
      unreachableReason ?? `It has not answered the portal for ${span}`,
    ),
    next: 'The portal keeps trying; what is shown is the last known state.',
    since: object.asOf,
  };
}

function measuringAway({ object }: ObjectFacts): Finding | undefined {
  const { cluster, stale, measuringAway: away } = object;
  if (!away || stale) {
    return undefined;
  }
  return {
    code: 'MeasuringAway',
    severity: 'warning',
    what: `Prometheus of cluster ${cluster} does not answer`,
    evidence: sentence(away.reason),
    next: 'The portal keeps asking. Measured values are as old as they say; whether a pod is in order is told by its readiness meanwhile.',
    since: away.since,
  };
}

function stalled(facts: ObjectFacts): Finding | undefined {
  const found = conditionOf(facts.object, 'Stalled');
  if (!found?.message) {
    return undefined;
  }
  return {
    code: 'Stalled',
    severity: 'critical',
    what: 'The operator cannot go on',
    evidence: sentence(found.message),
    next: 'It goes on by itself once that is mended; propose a change where the specification is at fault.',
    since: found.lastTransitionTime,
  };
}

function operatorSilent({ object, now }: ObjectFacts): Finding | undefined {
  const seen = object.observedGeneration;
  const age = secondsSince(object.createdAt, now);
  // A changed generation has no time of its own: only a new object tells how long.
  if (seen !== undefined || age < OPERATOR_GRACE_SECONDS) {
    return undefined;
  }
  return {
    code: 'OperatorSilent',
    severity: 'critical',
    what: 'The operator has not looked at it',
    evidence: `It was created ${formatDuration(
      age,
    )} ago and has no status yet.`,
    next: 'Look whether the operator runs in this cluster and may see this namespace.',
    since: object.createdAt,
  };
}

function rolloutWaiting({ object, told }: ObjectFacts): Finding | undefined {
  const found = rollingOut(object.conditions);
  return found?.message
    ? {
        code: 'RolloutWaiting',
        severity: 'info',
        what: 'A change is being rolled out',
        evidence: sentence(upToReasonOf(found.message, told)),
        next: 'It goes on by itself when what it waits for has happened.',
        since: found.lastTransitionTime,
      }
    : undefined;
}

/** Only what goes on Tor or I2P, where transactions leave by a peer there or not at all, has the condition. */
function notRelaying(facts: ObjectFacts): Finding | undefined {
  const found = conditionOf(facts.object, 'Relaying', 'False');
  return found?.message
    ? {
        code: 'NotRelaying',
        severity: 'warning',
        what: 'Transactions are kept for lack of a peer on Tor or I2P',
        evidence: sentence(found.message),
        next: 'Wallets are not led to such nodes meanwhile. tor takes new circuits by itself; if this lasts for minutes, look whether the peers on that network are up.',
        since: found.lastTransitionTime,
      }
    : undefined;
}

function rpcUnpublished({ object, now }: ObjectFacts): Finding | undefined {
  const found = lostOnionOf(object);
  const since = found?.lastTransitionTime;
  if (!found?.message || object.stale || !isLongUnpublished(since, now)) {
    return undefined;
  }
  return {
    code: 'ServiceUnpublished',
    severity: 'warning',
    what: 'Wallets do not find the onion address of the set',
    evidence: sentence(found.message),
    next: 'Look at the log of that pod, and whether it may reach Tor; other ways to the set do not depend on it.',
    since,
  };
}

function paused({ object }: ObjectFacts): Finding | undefined {
  return object.paused
    ? {
        code: 'Paused',
        severity: 'info',
        what: 'Paused',
        evidence:
          'spec.paused or the annotation utxo.com.br/paused says so; the operator only watches.',
        next: 'Changes and repairs wait until the pause is taken back.',
      }
    : undefined;
}
