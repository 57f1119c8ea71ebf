/** What happened to a container that ended. */
export interface ContainerEnd {
  exitCode: number;
  reason?: string;
  message?: string;
  finishedAt?: string;
}

/** The part of a Kubernetes container status that is looked at. */
export interface ContainerStatusLike {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt?: string };
    terminated?: ContainerEnd;
  };
  lastState?: { terminated?: ContainerEnd };
}

/** The part of a Kubernetes pod that is looked at. */
export interface PodLike {
  metadata: {
    name: string;
    creationTimestamp?: string;
    /** When the pod is ended by force; asked for `deletionGracePeriodSeconds` earlier. */
    deletionTimestamp?: string;
    deletionGracePeriodSeconds?: number;
  };
  spec?: { nodeName?: string };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
      lastTransitionTime?: string;
    }[];
    /** Sidecars that come first: tor and i2pd. */
    initContainerStatuses?: ContainerStatusLike[];
    containerStatuses?: ContainerStatusLike[];
  };
}

/** The condition of that type, if the pod has it. */
export function podCondition(pod: PodLike, type: string) {
  return pod.status?.conditions?.find(condition => condition.type === type);
}

/** Every container, those that come first in front: what comes after them waits for them. */
export function containersOf({ status }: PodLike): ContainerStatusLike[] {
  return [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ];
}

/** Containers of the networks by which transactions leave. */
const SIDECARS: ReadonlySet<string> = new Set(['tor', 'i2pd']);

/**
 * Whether transactions leave the node: a sidecar is ready while monerod has an
 * outgoing peer over it. Without one of them they are kept, so that wallets are
 * not led there.
 *
 * @returns undefined where they leave by ordinary connections
 */
export function relayingOf({ status }: PodLike): boolean | undefined {
  const sidecars = status?.initContainerStatuses?.filter(({ name }) =>
    SIDECARS.has(name),
  );
  return sidecars?.length
    ? sidecars.some(({ ready }) => ready === true)
    : undefined;
}

/** Containers that do the work: of a node, of a miner. */
const PROGRAMS: ReadonlySet<string> = new Set(['monerod', 'xmrig']);

/** The status of the container that runs monerod, or xmrig. */
export function programOf(pod: PodLike): ContainerStatusLike | undefined {
  return pod.status?.containerStatuses?.find(({ name }) => PROGRAMS.has(name));
}
