import { formatBytes } from '@monero-portal/monero-api';
import type {
  AddressService,
  Finding,
  FindingCode,
  FindingSeverity,
  NodeHealth,
  NodeState,
} from '../schemas';
import {
  formatCount,
  formatDuration,
  plural,
  secondsSince,
  sentence,
} from '../health/format';
import { isLongUnpublished } from '../health/services';
import { formatDay } from './format';
import { compareVersions } from './versions';

/** What a check of one node may look at. */
export interface NodeSituation {
  node: NodeHealth;
  /** Newest version among the nodes of the same object. */
  newestVersion?: string;
  /** A rollout is under way: versions differ for a while. */
  rollingOut: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

type Check = (situation: NodeSituation) => Finding | undefined;

/** What a state amounts to, where it is more than what happens all the time. */
const OF_STATE: Partial<
  Record<
    NodeState,
    { code: FindingCode; severity: FindingSeverity; is: string }
  >
> = {
  'Crash loop': {
    code: 'CrashLoop',
    severity: 'critical',
    is: 'ends again and again',
  },
  Forked: {
    code: 'Forked',
    severity: 'critical',
    is: 'follows another chain',
  },
  Peerless: {
    code: 'Peerless',
    severity: 'critical',
    is: 'has no peers',
  },
  Stuck: { code: 'Stuck', severity: 'critical', is: 'is stuck' },
  Pending: { code: 'Pending', severity: 'warning', is: 'does not start' },
  Unknown: {
    code: 'ExporterDown',
    severity: 'warning',
    is: 'is not measured',
  },
  Behind: { code: 'Behind', severity: 'info', is: 'catches up' },
};

/** Shares of a volume below which it is nearly full. */
const FREE_WARNING = 0.15;
const FREE_CRITICAL = 0.05;
/**
 * Less than this is a full disk, whatever the database's share of it: something
 * else may fill the volume.
 */
export const FREE_FLOOR_BYTES = 100 * 2 ** 20;
/** A volume that is full within this time wants a look now. */
const FULL_WITHIN_DAYS = 14;
const DAY_MS = 86_400_000;
/** Clocks this far apart are wrong; blocks are refused at two hours. */
const SKEW_WARNING_SECONDS = 10;
const SKEW_CRITICAL_SECONDS = 600;
/** As long as the alert of the same matter waits. */
const NO_PEERS_OUT_SECONDS = 300;
const NETWORKS = { tor: 'Tor', i2p: 'I2P' } as const;
const CONTAINERS = { tor: 'tor', i2p: 'i2pd' } as const;
/** How long Kubernetes may take before "soon" is news. */
const PENDING_GRACE_SECONDS = 300;

/** In this order; a node may have several. */
const CHECKS: readonly Check[] = [
  state,
  outgoing,
  published,
  disk,
  version,
  clock,
];

/** What is found of one node. */
export function nodeFindings(situation: NodeSituation): Finding[] {
  return CHECKS.flatMap(check => check(situation) ?? []);
}

function state({ node, now }: NodeSituation): Finding | undefined {
  const meaning = OF_STATE[node.state];
  // Who does not measure is found once for the object, not for each pod.
  if (!meaning || node.silent === 'source' || isCalm(node, now)) {
    return undefined;
  }
  const daemonSilent = node.silent === 'program';
  return {
    code: daemonSilent ? 'DaemonSilent' : meaning.code,
    severity: daemonSilent ? 'critical' : meaning.severity,
    pod: node.pod,
    what: `${node.pod} ${daemonSilent ? 'does not answer' : meaning.is}`,
    evidence: sentence(node.reason),
    next: node.next ?? 'Look at the pod and its events in the cluster.',
    since: node.since,
  };
}

/** Kubernetes is at work, and nothing speaks against it. */
function isCalm({ state: is, next, since }: NodeHealth, now: number): boolean {
  if (is !== 'Pending' || next !== undefined) {
    return false;
  }
  return (
    since === undefined ||
    (now - Date.parse(since)) / 1000 < PENDING_GRACE_SECONDS
  );
}

/** Others may choose it: what it hears of the chain is then up to them. */
function outgoing({ node, now }: NodeSituation): Finding | undefined {
  const { pod, state: is, noPeersOutSince, peersIn } = node;
  if (noPeersOutSince === undefined || OF_STATE[is]?.code === 'Peerless') {
    return undefined;
  }
  const seconds = secondsSince(noPeersOutSince, now);
  if (seconds < NO_PEERS_OUT_SECONDS) {
    return undefined;
  }
  return {
    code: 'Peerless',
    severity: 'critical',
    pod,
    what: `${pod} reaches no peer`,
    evidence: `It has had no outgoing peer for ${formatDuration(seconds)}${
      peersIn ? `, and ${plural(peersIn, 'peer')} that chose it` : ''
    }.`,
    next: 'Look at its network: outgoing connections of the pod, ban lists, exclusive peers.',
    since: noPeersOutSince,
  };
}

/** Nobody who was not connected before reaches the node on that network. */
function published({ node, now }: NodeSituation): Finding | undefined {
  // What was measured before the exporter fell silent says nothing of now.
  if (node.state === 'Unknown') {
    return undefined;
  }
  const lost = unpublishedOf(node.services ?? [], now);
  const [first] = lost;
  if (!first?.since) {
    return undefined;
  }
  const networks = [...new Set(lost.map(({ network }) => NETWORKS[network]))];
  const wallets = lost.some(({ service }) => service === 'rpc');
  return {
    code: 'ServiceUnpublished',
    severity: 'warning',
    pod: node.pod,
    what: `${node.pod} is not found on ${networks.join(' and ')}`,
    evidence: `Its address has not been published for ${formatDuration(
      secondsSince(first.since, now),
    )}${wallets ? '; wallets use it, too' : ''}. ${[
      ...new Set(lost.map(({ reason = '' }) => reason)),
    ]
      .filter(Boolean)
      .join(' ')}`.trim(),
    next: `Look at the log of the container ${lost
      .map(({ network }) => CONTAINERS[network])
      .filter((each, index, all) => all.indexOf(each) === index)
      .join(
        ' and ',
      )}, and whether the pod may reach that network; peers that it calls itself are not affected.`,
    since: first.since,
  };
}

/** Services that have been unpublished for as long as the alert waits, the longest first. */
function unpublishedOf(
  services: readonly AddressService[],
  now: number,
): AddressService[] {
  return services
    .filter(({ published: is, since }) => !is && isLongUnpublished(since, now))
    .sort((a, b) => Date.parse(a.since ?? '') - Date.parse(b.since ?? ''));
}

function disk({ node, now }: NodeSituation): Finding | undefined {
  const { pod, freeBytes, databaseBytes, diskFullAt } = node;
  if (freeBytes === undefined || databaseBytes === undefined) {
    return undefined;
  }
  const share = freeBytes / Math.max(1, freeBytes + databaseBytes);
  const soon =
    diskFullAt !== undefined &&
    Date.parse(diskFullAt) - now < FULL_WITHIN_DAYS * DAY_MS;
  const full = freeBytes < FREE_FLOOR_BYTES;
  if (share >= FREE_WARNING && !soon && !full) {
    return undefined;
  }
  const day =
    diskFullAt === undefined
      ? ''
      : ` At this pace it is full on about ${formatDay(diskFullAt)}.`;
  return {
    code: 'DiskNearlyFull',
    severity: share < FREE_CRITICAL || full ? 'critical' : 'warning',
    pod,
    what: `The disk of ${pod} is nearly full`,
    evidence: `${formatBytes(freeBytes)} free (${(share * 100).toFixed(
      share < 0.1 ? 1 : 0,
    )} %) beside a database of ${formatBytes(databaseBytes)}.${day}`,
    next: 'Propose a larger spec.diskSize; the claims grow without a restart where the storage class allows it.',
  };
}

function version(situation: NodeSituation): Finding | undefined {
  const { node, newestVersion, rollingOut } = situation;
  if (
    node.version === undefined ||
    newestVersion === undefined ||
    compareVersions(node.version, newestVersion) >= 0
  ) {
    return undefined;
  }
  return {
    code: 'VersionBehind',
    severity: rollingOut ? 'info' : 'warning',
    pod: node.pod,
    what: `${node.pod} runs an older version`,
    evidence: `It runs ${node.version}, others ${newestVersion}.`,
    next: rollingOut
      ? 'The rollout under way replaces it.'
      : 'Its pod has not been replaced: see what the rollout waits for, or whether the set is paused.',
  };
}

function clock({ node }: NodeSituation): Finding | undefined {
  const { pod, kubeNode, clockSkewSeconds } = node;
  const skew = Math.abs(clockSkewSeconds ?? 0);
  if (clockSkewSeconds === undefined || skew < SKEW_WARNING_SECONDS) {
    return undefined;
  }
  return {
    code: 'ClockSkew',
    severity: skew >= SKEW_CRITICAL_SECONDS ? 'critical' : 'warning',
    pod,
    what: `The clock of ${kubeNode ?? `the machine of ${pod}`} is wrong`,
    evidence: `It is ${formatDuration(skew)} ${
      clockSkewSeconds > 0 ? 'ahead of' : 'behind'
    } the portal's; ${pod} runs there${
      node.height === undefined ? '' : ` at height ${formatCount(node.height)}`
    }.`,
    next: 'Set up time synchronisation on that machine; monerod refuses blocks from the future.',
  };
}
