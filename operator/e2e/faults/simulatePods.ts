import {
  isKubeError,
  KubeClient,
  RESOURCES,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Pod } from '../../src/machinery/kubeTypes';

/** How a pod is that no kubelet ever sees. */
export const READY_STATUS = {
  phase: 'Running',
  conditions: ['PodScheduled', 'ContainersReady', 'Ready'].map(type => ({
    type,
    status: 'True',
    lastTransitionTime: '2026-01-01T00:00:00Z',
  })),
  containerStatuses: ['monerod', 'xmrig', 'exporter'].map(name => ({
    name,
    image: 'none',
    imageID: '',
    restartCount: 0,
    ready: true,
    started: true,
    state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
  })),
};

/** Says of every pod of the namespace that it is ready, as kubelets would. */
export function simulatePods(
  client: KubeClient,
  namespace: string | undefined,
  signal: AbortSignal,
): void {
  const answer = async ({ metadata, status }: Pod) => {
    const isReady = status?.conditions?.some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    );
    if (isReady || metadata.deletionTimestamp) return;
    try {
      await client.patch(
        RESOURCES.pods as ResourceRef,
        metadata.namespace,
        metadata.name,
        { status: READY_STATUS },
        { type: 'strategic', subresource: 'status' },
      );
    } catch (error) {
      if (!isKubeError(error, 'NotFound', 'Conflict', 'Aborted')) throw error;
    }
  };
  client.watch<Pod>(
    RESOURCES.pods,
    { namespace },
    {
      onSync: pods => pods.forEach(pod => void answer(pod)),
      onChange: (type, pod) => {
        if (type !== 'DELETED') void answer(pod);
      },
    },
    { signal },
  );
}
