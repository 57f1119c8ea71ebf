import { KubeClient, KubeObject } from '@monero-portal/kube-client';

const ENDPOINT_SLICES = {
  group: 'discovery.k8s.io',
  version: 'v1',
  plural: 'endpointslices',
} as const;

/** The machines hear of a change after us, and the watch after it has happened. */
const TOLERANCE_MS = 3_000;

interface EndpointSlice extends KubeObject {
  endpoints?: Array<{ conditions?: { ready?: boolean } }>;
}

/** Remembers when a Service, of one EndpointSlice, had nobody to send requests to. */
export class ServedTimes {
  private readonly changes: Array<{ at: number; ready: number }> = [];

  constructor(
    client: KubeClient,
    namespace: string,
    service: string,
    signal: AbortSignal,
  ) {
    const note = ({ endpoints }: EndpointSlice) =>
      this.changes.push({
        at: Date.now(),
        ready: (endpoints ?? []).filter(each => each.conditions?.ready).length,
      });
    client.watch<EndpointSlice>(
      ENDPOINT_SLICES,
      { namespace, labelSelector: `kubernetes.io/service-name=${service}` },
      {
        onSync: items => items.forEach(note),
        onChange: (_, slice) => note(slice),
      },
      { signal },
    );
  }

  /** Whether no pod was ready at that moment, in milliseconds since the epoch. */
  byNone(at: number): boolean {
    return this.changes.some(
      ({ at: since, ready }, index) =>
        ready === 0 &&
        at >= since - TOLERANCE_MS &&
        at <= (this.changes[index + 1]?.at ?? Infinity) + TOLERANCE_MS,
    );
  }
}
