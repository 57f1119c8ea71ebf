import type { Finding, MinerHealth, MiningSetHealth } from '../schemas';
import { formatCount, sentence } from '../health/format';
import { namesOfFound } from '../health/operatorWords';
import type { DiagnosisContext } from './diagnoseNodeSet';
import { worstFirst } from './finding';
import { objectFindings } from './objectFindings';

/** A share of rejected results above this costs money. */
const REJECTED_WARNING = 0.05;
/** Fewer results than this say nothing. */
const FEWEST_RESULTS = 20;
/** How long Kubernetes may take before "soon" is news. */
const PENDING_GRACE_SECONDS = 300;

type MiningSet = Omit<MiningSetHealth, 'verdict' | 'findings'>;

/** What is wrong with a mining set or under way in it, worst first. Pure. */
export function diagnoseMiningSet(
  set: MiningSet,
  context: DiagnosisContext,
): Finding[] {
  return worstFirst([
    ...objectFindings({
      object: set,
      told: namesOfFound(set.miners),
      ...context,
    }),
    ...(set.stale
      ? []
      : [
          ...daemonNotInSync(set),
          ...set.miners.flatMap(miner => [
            ...state(miner, context.now),
            ...rejected(miner),
          ]),
        ]),
  ]);
}

function daemonNotInSync({ workFrom }: MiningSet): Finding[] {
  const { kind, daemonKind, name, inSync, replicas } = workFrom;
  if (kind !== 'daemon' || inSync === undefined || inSync > 0) {
    return [];
  }
  const ofNetwork = daemonKind === 'MoneroNetwork';
  return [
    {
      code: 'DaemonNotInSync',
      severity: 'critical',
      what: `${name} gives no work`,
      evidence: `0 of its ${replicas ?? '?'} ${
        ofNetwork ? 'members' : 'nodes'
      } are in sync, and only those give work.`,
      next: `Look at ${
        ofNetwork ? 'network' : 'node set'
      } ${name}; the miners begin by themselves once one is in sync.`,
    },
  ];
}

function state(miner: MinerHealth, now: number): Finding[] {
  const { pod, reason, next, since } = miner;
  const common = {
    pod,
    evidence: sentence(reason),
    next: next ?? 'Look at the pod and its events in the cluster.',
    since,
  };
  switch (miner.state) {
    case 'Crash loop':
      return [
        {
          ...common,
          code: 'CrashLoop',
          severity: 'critical',
          what: `${pod} ends again and again`,
        },
      ];
    case 'Idle':
      return [
        {
          ...common,
          code: 'NoHashrate',
          severity: 'critical',
          what: `${pod} does not mine`,
        },
      ];
    case 'Unknown':
      // Who does not measure is found once for the object, not for each pod.
      return miner.silent === 'source'
        ? []
        : [
            {
              ...common,
              ...(miner.silent === 'program'
                ? {
                    code: 'DaemonSilent',
                    severity: 'critical',
                    what: `${pod} does not answer`,
                  }
                : {
                    code: 'ExporterDown',
                    severity: 'warning',
                    what: `${pod} is not measured`,
                  }),
            },
          ];
    case 'Pending':
      return isCalm(miner, now)
        ? []
        : [
            {
              ...common,
              code: 'Pending',
              severity: 'warning',
              what: `${pod} does not start`,
            },
          ];
    default:
      return [];
  }
}

function isCalm({ next, since }: MinerHealth, now: number): boolean {
  return (
    next === undefined &&
    (since === undefined ||
      (now - Date.parse(since)) / 1000 < PENDING_GRACE_SECONDS)
  );
}

function rejected(miner: MinerHealth): Finding[] {
  const { pod, sharesAccepted, sharesRejected } = miner;
  if (sharesAccepted === undefined || sharesRejected === undefined) {
    return [];
  }
  const all = sharesAccepted + sharesRejected;
  const share = sharesRejected / Math.max(1, all);
  if (all < FEWEST_RESULTS || share <= REJECTED_WARNING) {
    return [];
  }
  return [
    {
      code: 'RejectedShares',
      severity: 'warning',
      pod,
      what: `Results of ${pod} are rejected`,
      evidence: `${formatCount(sharesRejected)} of ${formatCount(
        all,
      )} results (${Math.round(share * 100)} %) since xmrig was started.`,
      next: 'Look at the delay to the pool or daemon, and at the difficulty; solo, other miners were quicker.',
    },
  ];
}
