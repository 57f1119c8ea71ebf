import { NodeStatus } from '@monero-portal/monero-api';
import { ContainerStatus, Pod } from '../machinery/kubeTypes';
import { stuckContainer } from '../machinery/stuckContainer';
import { IDENTITY_REVISION_ANNOTATION } from './identities';
import { ordinalOf } from './names';

/** Label in which the StatefulSet controller notes a pod's revision. */
const REVISION_LABEL = 'controller-revision-hash';

/** Sidecars by container, with what people call their network. */
const NETWORK_NAMES: Readonly<Record<string, string>> = {
  tor: 'Tor',
  i2pd: 'I2P',
};

/** One node as its pod shows it. */
export interface NodeView {
  pod: string;
  uid: string;
  ordinal: number;
  phase: NodeStatus['phase'];
  /** Its exporter is ready, which means that monerod is in sync. */
  inSync: boolean;
  /** The whole pod is ready: in sync, and relaying where it must; wallets are led to it. */
  serving: boolean;
  /** Whether it has an outgoing peer over Tor or I2P; absent where it needs none. */
  relaying?: boolean;
  /**
   * Tor and I2P as far as it is on them, each with the revision of the keys:
   * nodes meet where they have one in common.
   */
  meetsOn: readonly string[];
  /** monerod runs and answers, in sync or not. */
  running: boolean;
  /** Not on the current revision. */
  outdated: boolean;
  kubeNode?: string;
  /** Why it is not in sync. */
  message?: string;
}

/** Every pod of the set as a node, by ordinal. */
export function nodesOf(
  set: string,
  pods: readonly Pod[],
  updateRevision: string | undefined,
): NodeView[] {
  const isOutdated = ({ metadata }: Pod) =>
    updateRevision !== undefined &&
    metadata.labels?.[REVISION_LABEL] !== updateRevision;
  const joined = pods.some(pod => !isOutdated(pod) && !isOffline(pod));
  return pods
    .flatMap(pod => {
      const ordinal = ordinalOf(set, pod.metadata.name);
      if (ordinal === undefined) return [];
      const outdated = isOutdated(pod);
      const cutOff = outdated && joined && isOffline(pod);
      return [nodeOf(pod, ordinal, { outdated, cutOff })];
    })
    .sort((a, b) => a.ordinal - b.ordinal);
}

/**
 * The only node of a set on regtest runs offline. When others come it serves
 * none of them before it has changed, so that change must wait for nobody.
 */
function isOffline({ spec }: Pod): boolean {
  return (
    spec?.containers
      ?.find(({ name }) => name === 'monerod')
      ?.args?.includes('--offline') === true
  );
}

function nodeOf(
  pod: Pod,
  ordinal: number,
  { outdated, cutOff }: { outdated: boolean; cutOff: boolean },
): NodeView {
  const { phase, message } = judge(pod);
  return {
    pod: pod.metadata.name,
    uid: pod.metadata.uid ?? '',
    ordinal,
    phase,
    message: cutOff
      ? 'It runs alone, and is about to join the others.'
      : message,
    inSync: phase === 'InSync' && !cutOff,
    serving: phase === 'InSync' && isReady(pod),
    ...relayingOf(pod),
    meetsOn: meetsOn(pod),
    running: (phase === 'InSync' || phase === 'Syncing') && !cutOff,
    outdated,
    kubeNode: pod.spec?.nodeName,
  };
}

/** Where the images of containers are chosen. */
const IMAGE_FIELDS = {
  monerod: 'spec.monerod.image',
  exporter: "the operator's --exporter-image",
  tor: "the operator's --tor-image",
  i2pd: "the operator's --i2pd-image",
};

type Verdict = Pick<NodeView, 'phase' | 'message'>;
type Check = (pod: Pod) => Verdict | undefined;

/** The first that has something to say decides. */
const CHECKS: readonly Check[] = [
  // A pod on its way out says nothing about the node any more.
  pod =>
    pod.metadata.deletionTimestamp
      ? { phase: 'Terminating', message: 'The node is being stopped.' }
      : undefined,
  // The machine does not report.
  pod =>
    condition(pod, 'Ready')?.status === 'Unknown' ||
    pod.status?.phase === 'Unknown'
      ? {
          phase: 'Unknown',
          message: `The machine ${pod.spec?.nodeName ?? ''} does not report.`,
        }
      : undefined,
  // The exporter says that monerod is in sync.
  pod => (isReady(pod) ? { phase: 'InSync' } : undefined),
  // It says so still, but a sidecar finds nobody to hand transactions to.
  pod =>
    container(pod, 'exporter')?.ready === true &&
    relayingOf(pod).relaying === false
      ? {
          phase: 'InSync',
          message: `The node is in sync, but has no outgoing peer over ${sidecarsOf(
            pod,
          )
            .map(({ name }) => NETWORK_NAMES[name])
            .join(
              ' or ',
            )}: it would keep wallets' transactions to itself, so they are not led to it.`,
        }
      : undefined,
  // Kubernetes found no place for it.
  pod => {
    const scheduled = condition(pod, 'PodScheduled');
    return scheduled?.status === 'False'
      ? {
          phase: 'Pending',
          message: `No machine can take it: ${
            scheduled.message ?? scheduled.reason ?? 'no reason given'
          }`,
        }
      : undefined;
  },
  // A container cannot start: image, configuration, crash.
  pod => {
    const message = stuckContainer(pod, IMAGE_FIELDS);
    return message ? { phase: 'Starting', message } : undefined;
  },
  // A sidecar comes before monerod.
  pod => {
    const first = sidecarsOf(pod).find(
      ({ state, started }) => state?.running && !started,
    );
    return first
      ? {
          phase: 'Starting',
          message: `${first.name} is connecting to its network; monerod starts after it.`,
        }
      : undefined;
  },
  // Volumes, images, sandboxes: the machine is at work.
  pod =>
    container(pod, 'monerod')?.state?.running
      ? undefined
      : { phase: 'Pending', message: 'The machine is preparing it.' },
  // monerod opens its database before it answers.
  pod =>
    container(pod, 'monerod')?.started === true
      ? undefined
      : { phase: 'Starting', message: 'monerod is opening its database.' },
];

function judge(pod: Pod): Verdict {
  for (const check of CHECKS) {
    const verdict = check(pod);
    if (verdict) return verdict;
  }
  return {
    phase: 'Syncing',
    message: 'monerod runs and is not in sync with its network yet.',
  };
}

function sidecarsOf(pod: Pod): ContainerStatus[] {
  return (pod.status?.initContainerStatuses ?? []).filter(
    ({ name }) => NETWORK_NAMES[name] !== undefined,
  );
}

/** Both sidecars ask the exporter the same: one peer over either network is enough. */
function relayingOf(pod: Pod): Pick<NodeView, 'relaying'> {
  const found = sidecarsOf(pod);
  return found.length > 0
    ? { relaying: found.some(({ ready }) => ready === true) }
    : {};
}

/** Changed keys are other addresses, which nobody knows who runs with the old ones. */
function meetsOn(pod: Pod): string[] {
  const keys = pod.metadata.annotations?.[IDENTITY_REVISION_ANNOTATION] ?? '';
  return sidecarsOf(pod).map(({ name }) => `${name} ${keys}`);
}

function isReady(pod: Pod): boolean {
  return condition(pod, 'Ready')?.status === 'True';
}

function container(pod: Pod, name: string): ContainerStatus | undefined {
  return pod.status?.containerStatuses?.find(each => each.name === name);
}

function condition(pod: Pod, type: string) {
  return pod.status?.conditions?.find(each => each.type === type);
}
