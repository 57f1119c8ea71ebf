import { KubeObject } from '@monero-portal/kube-client';
import { ContainerStatus, Pod } from './kubeTypes';

/**
 * What controllers read of metadata. Annotations are left out: of objects that
 * users write they may be long.
 */
export function keepMetadata(
  metadata: KubeObject['metadata'],
): KubeObject['metadata'] {
  const { name, namespace, uid, resourceVersion, generation, labels } =
    metadata;
  const { ownerReferences, creationTimestamp, deletionTimestamp } = metadata;
  return {
    name,
    namespace,
    uid,
    resourceVersion,
    generation,
    labels,
    ownerReferences,
    creationTimestamp,
    ...(deletionTimestamp ? { deletionTimestamp } : {}),
  };
}

/** What controllers read of a pod, a small part of it: there are many. */
export function keepPod({
  apiVersion,
  kind,
  metadata,
  spec,
  status,
}: Pod): Pod {
  return {
    apiVersion,
    kind,
    metadata: keepMetadata(metadata),
    spec: {
      nodeName: spec?.nodeName,
      containers: spec?.containers?.map(({ name, args }) => ({ name, args })),
    },
    status: {
      phase: status?.phase,
      reason: status?.reason,
      conditions: status?.conditions?.map(
        ({ type, status: value, reason, message }) => ({
          type,
          status: value,
          reason,
          message,
        }),
      ),
      initContainerStatuses: status?.initContainerStatuses?.map(keepContainer),
      containerStatuses: status?.containerStatuses?.map(keepContainer),
    },
  };
}

function keepContainer({
  name,
  ready,
  started,
  restartCount,
  state,
  lastState,
}: ContainerStatus): ContainerStatus {
  return { name, ready, started, restartCount, state, lastState };
}
