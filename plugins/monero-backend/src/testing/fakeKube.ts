import type {
  KubeObject,
  KubeWatcher,
  ResourceRef,
  WatchHandler,
} from '@monero-portal/kube-client';

type Handler = WatchHandler<KubeObject>;

/** A cluster whose watches say what a test makes them say. */
export class FakeKube implements KubeWatcher {
  readonly #handlers = new Map<string, Handler>();

  watch<T extends KubeObject>(
    resource: ResourceRef,
    _scope: unknown,
    handler: WatchHandler<T>,
  ): void {
    // The objects of a test have the shape that the watcher asks for.
    this.#handlers.set(resource.plural, handler as unknown as Handler);
  }

  /** A complete list of one resource. */
  sync(plural: string, items: KubeObject[]): void {
    this.#of(plural).onSync(items);
    this.#of(plural).onState?.('connected');
  }

  change(
    type: 'ADDED' | 'MODIFIED' | 'DELETED',
    plural: string,
    object: KubeObject,
  ): void {
    this.#of(plural).onChange(type, object);
  }

  /** Every watch fails. */
  fail(error: Error): void {
    this.#handlers.forEach(handler => handler.onState?.('disconnected', error));
  }

  /** Every watch is up again, nothing has changed. */
  recover(): void {
    this.#handlers.forEach(handler => handler.onState?.('connected'));
  }

  #of(plural: string): Handler {
    const handler = this.#handlers.get(plural);
    if (!handler) {
      throw new Error(`nobody watches ${plural}`);
    }
    return handler;
  }
}

/** A MoneroNodeSet as the API server returns it. */
export function nodeSetObject(
  change: {
    name?: string;
    namespace?: string;
    generation?: number;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    spec?: Record<string, unknown>;
    status?: Record<string, unknown>;
  } = {},
): KubeObject {
  return {
    apiVersion: 'utxo.com.br/v1alpha1',
    kind: 'MoneroNodeSet',
    metadata: {
      name: change.name ?? 'web',
      namespace: change.namespace ?? 'monero',
      uid: 'uid-web',
      generation: change.generation ?? 1,
      creationTimestamp: '2026-03-01T10:00:00Z',
      annotations: change.annotations,
      labels: change.labels,
    },
    spec: { replicas: 1, network: 'mainnet', ...change.spec },
    status: change.status,
  };
}

/** A running pod of node set web. */
export function podObject(
  name: string,
  change: { uid?: string; labels?: Record<string, string> } = {},
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'monero',
      uid: change.uid ?? `uid-${name}`,
      creationTimestamp: '2026-03-01T10:00:01Z',
      labels: {
        'app.kubernetes.io/name': 'monerod',
        'app.kubernetes.io/instance': 'web',
        'app.kubernetes.io/managed-by': 'monero-operator',
        ...change.labels,
      },
    },
    spec: { nodeName: 'node-0' },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: 'monerod',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: '2026-03-01T10:00:05Z' } },
        },
      ],
    },
  };
}
