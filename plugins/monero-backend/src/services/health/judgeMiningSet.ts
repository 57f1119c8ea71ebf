import {
  diagnoseMiningSet,
  minerHealthOf,
  miningVerdictOf,
  type Autoscaler,
  type MinerHealth,
  type MiningSetHealth,
} from '@monero-portal/plugin-monero-common';
import { podsOfSet, type ObservedMiningSet } from '../clusters';
import { ordinalOf, unreachableSince, type ClusterView } from './ClusterView';
import { objectFacts } from './objectFacts';

/** The health of a mining set. Pure. */
export function judgeMiningSet(
  view: ClusterView,
  set: ObservedMiningSet,
): MiningSetHealth {
  const { cluster, now } = view;
  const workFrom = workOf(view, set);
  const miners = minersOf(view, set, workFrom);
  const facts = {
    ...objectFacts(view, set),
    miners,
    hashrate: hashrateOf(miners),
    workFrom,
    autoscaler: autoscalerOf(view, set),
  };
  const unreachableReason = cluster.error;
  const diagnosed = {
    ...facts,
    findings: diagnoseMiningSet(facts, { now, unreachableReason }),
  };
  return {
    ...diagnosed,
    verdict: miningVerdictOf(diagnosed, {
      now,
      unreachableSince: unreachableSince(view),
      unreachableReason,
    }),
  };
}

function minersOf(
  view: ClusterView,
  set: ObservedMiningSet,
  { kind, daemonKind, name, inSync }: MiningSetHealth['workFrom'],
): MinerHealth[] {
  const noWork =
    kind === 'daemon' && inSync === 0
      ? `No ${
          daemonKind === 'MoneroNetwork' ? 'member' : 'node'
        } of ${name} is in sync, and only those give work.`
      : undefined;
  return podsOfSet(view.cluster.pods, 'xmrig', set)
    .map(pod =>
      minerHealthOf(pod, view.minerSampleOf(pod), {
        now: view.now,
        unreachableSince: unreachableSince(view),
        measuringAway: view.measuringAway,
        noWork,
      }),
    )
    .sort((a, b) => ordinalOf(a.pod) - ordinalOf(b.pod));
}

function workOf(
  { cluster }: ClusterView,
  { namespace, daemon, pool }: ObservedMiningSet,
): MiningSetHealth['workFrom'] {
  if (daemon === undefined) {
    return pool ? { kind: 'pool', name: pool } : { kind: 'unknown' };
  }
  const candidates =
    daemon.kind === 'MoneroNetwork' ? cluster.networks : cluster.nodeSets;
  const found = candidates.find(
    each => each.namespace === namespace && each.name === daemon.name,
  );
  return {
    kind: 'daemon',
    daemonKind: daemon.kind,
    name: daemon.name,
    inSync: found?.readyReplicas,
    replicas: found?.replicas,
  };
}

/** The last minute's speed, or that of the last seconds where it has not run so long. */
function hashrateOf(miners: readonly MinerHealth[]): number | undefined {
  const speeds = miners
    .filter(({ state }) => state === 'Mining' || state === 'Idle')
    .flatMap(
      ({ hashrate60s, hashrate10s }) => hashrate60s ?? hashrate10s ?? [],
    );
  return speeds.length > 0
    ? speeds.reduce((sum, speed) => sum + speed, 0)
    : undefined;
}

function autoscalerOf(
  { cluster }: ClusterView,
  { namespace, name }: ObservedMiningSet,
): Autoscaler | undefined {
  const found = cluster.autoscalers.find(
    each => each.namespace === namespace && each.target === name,
  );
  if (!found) {
    return undefined;
  }
  const { namespace: _namespace, target: _target, ...autoscaler } = found;
  return autoscaler;
}
