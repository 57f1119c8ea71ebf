import { Pod } from '../machinery/kubeTypes';
import { stuckContainer } from '../machinery/stuckContainer';
import { DAEMON_NAME_CONTAINER } from './children/containers';
import { indexOf } from './names';

/** Label in which the StatefulSet controller notes a pod's revision. */
const REVISION_LABEL = 'controller-revision-hash';

/** The exporter prints whether it is the connection, the first hashes or a pause. */
const IDLE =
  'xmrig runs and does not mine yet; the log of its exporter says why.';

/** One miner as its pod shows it. */
export interface MinerView {
  pod: string;
  /** Number of the miner, from 0. */
  index: number;
  /** The whole pod is ready, which its exporter says when xmrig hashes. */
  mining: boolean;
  /** xmrig runs, be it that it waits for work. */
  running: boolean;
  /** Not on the current revision. */
  outdated: boolean;
  /** Why it does not mine. */
  message?: string;
}

/** Every pod of the set as a miner, by number. */
export function minersOf(
  set: string,
  pods: readonly Pod[],
  updateRevision: string | undefined,
): MinerView[] {
  return pods
    .flatMap(pod => {
      const index = indexOf(set, pod.metadata.name);
      if (index === undefined) return [];
      const message = obstacleIn(pod);
      const revision = pod.metadata.labels?.[REVISION_LABEL];
      return {
        pod: pod.metadata.name,
        index,
        mining: message === undefined,
        running: message === undefined || message === IDLE,
        outdated: updateRevision !== undefined && revision !== updateRevision,
        message,
      };
    })
    .sort((a, b) => a.index - b.index);
}

/** Where the images of containers are chosen. */
const IMAGE_FIELDS = {
  [DAEMON_NAME_CONTAINER]: "the operator's --exporter-image",
  xmrig: 'spec.xmrig.image',
  exporter: "the operator's --exporter-image",
};

type Check = (pod: Pod) => string | undefined;

/** Why a pod that is not ready is not; the first that has something to say decides. */
const CHECKS: readonly Check[] = [
  // Kubernetes found no place for it.
  pod => {
    const scheduled = condition(pod, 'PodScheduled');
    return scheduled?.status === 'False'
      ? `No machine can take it: ${
          scheduled.message ?? scheduled.reason ?? 'no reason given'
        }`
      : undefined;
  },
  // A container cannot start: image, configuration, crash.
  pod => stuckContainer(pod, IMAGE_FIELDS),
  // Nobody has made the Service of its daemon.
  pod =>
    pod.status?.initContainerStatuses?.find(
      ({ name }) => name === DAEMON_NAME_CONTAINER,
    )?.state?.running
      ? 'It waits until the name of its daemon resolves.'
      : undefined,
  // Images, sandboxes: the machine is at work.
  pod =>
    pod.status?.containerStatuses?.find(({ name }) => name === 'xmrig')?.state
      ?.running
      ? undefined
      : 'The machine is preparing it.',
];

function obstacleIn(pod: Pod): string | undefined {
  // A pod on its way out says nothing about the miner any more.
  if (pod.metadata.deletionTimestamp) return 'The miner is being stopped.';
  const ready = condition(pod, 'Ready')?.status;
  if (ready === 'True') return undefined;
  if (ready === 'Unknown') {
    return `The machine ${pod.spec?.nodeName ?? ''} does not report.`;
  }
  for (const check of CHECKS) {
    const message = check(pod);
    if (message) return message;
  }
  return IDLE;
}

function condition(pod: Pod, type: string) {
  return pod.status?.conditions?.find(each => each.type === type);
}
