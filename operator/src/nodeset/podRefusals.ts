import { KubeLister, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { Pod, StatefulSet } from '../machinery/kubeTypes';
import { Finding, REASON } from '../status/conditions';

/** The parts of an Event that are read; the StatefulSet controller writes the older fields. */
interface Event extends KubeObject {
  note?: string;
  eventTime?: string | null;
  deprecatedLastTimestamp?: string | null;
}

/**
 * Whether the StatefulSet controller has looked at what is wanted and made
 * fewer pods: it was refused. Its status does not say by whom.
 */
export function lacksPods({ metadata, spec, status }: StatefulSet): boolean {
  const seen = status?.observedGeneration ?? 0;
  return (
    seen >= (metadata.generation ?? 0) &&
    (status?.replicas ?? 0) < (spec?.replicas ?? 0)
  );
}

/**
 * Why pods are missing, in the words of the StatefulSet controller's newest
 * event about it. One request. What it said before the newest pod was made is
 * overcome.
 * @throws KubeError
 */
export async function whyNoPods(
  { metadata: { name, namespace } }: StatefulSet,
  pods: readonly Pod[],
  client: KubeLister,
  signal: AbortSignal,
): Promise<Finding | undefined> {
  const { items } = await client.list<Event>(
    RESOURCES.events,
    {
      namespace,
      fieldSelector: `regarding.kind=StatefulSet,regarding.name=${name},reason=FailedCreate`,
    },
    { signal },
  );
  const madeAt = (pod: Pod) =>
    Date.parse(pod.metadata.creationTimestamp ?? '') || 0;
  const since = Math.max(0, ...pods.map(madeAt));
  return findingOf(items.filter(event => timeOf(event) >= since));
}

function timeOf({ deprecatedLastTimestamp, eventTime }: Event): number {
  return Date.parse(deprecatedLastTimestamp ?? eventTime ?? '') || 0;
}

function findingOf(events: readonly Event[]): Finding | undefined {
  const [newest] = [...events].sort((a, b) => timeOf(b) - timeOf(a));
  if (!newest?.note) return undefined;
  const [exceeded] = /exceeded quota: .*/.exec(newest.note) ?? [];
  return exceeded
    ? {
        reason: REASON.quotaExceeded,
        message: `Nodes have no pod, for the namespace has no room: ${exceeded}. Raise that ResourceQuota, or remove something else from the namespace; Kubernetes tries again by itself, at last every quarter of an hour.`,
      }
    : {
        reason: REASON.podsRefused,
        message: `Nodes have no pod: ${newest.note}`,
      };
}
