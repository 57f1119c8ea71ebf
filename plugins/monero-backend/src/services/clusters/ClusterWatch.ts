import type { LoggerService } from '@backstage/backend-plugin-api';
import { NODE_SET } from '@monero-portal/monero-api';
import type {
  KubeObject,
  KubeWatcher,
  ListScope,
  ResourceRef,
} from '@monero-portal/kube-client';
import type { ClusterChange, ClusterSnapshot } from './ClusterService';
import { Connection } from './Connection';
import {
  observeNodeSet,
  observePod,
  type ObservedNodeSet,
  type ObservedPod,
} from './observed';

const NODE_SETS: ResourceRef = {
  group: 'utxo.com.br',
  version: 'v1alpha1',
  plural: NODE_SET.plural,
};
const PODS: ResourceRef = { group: '', version: 'v1', plural: 'pods' };
const KUBE_NODES: ResourceRef = {
  group: '',
  version: 'v1',
  plural: 'nodes',
  namespaced: false,
};
const OUR_PODS = 'app.kubernetes.io/managed-by=monero-operator';

/** What a watch on one cluster needs. */
export interface ClusterWatchOptions {
  name: string;
  title?: string;
  client: KubeWatcher;
  logger: LoggerService;
  now: () => number;
  onChange: (change: ClusterChange) => void;
}

/**
 * One cluster in memory: its node sets, their pods and the number of its
 * machines. Three watches in all, however many pages are open. While the
 * cluster is away the last known state stays.
 */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  readonly #connection: Connection;
  readonly #nodeSets = new Map<string, ObservedNodeSet>();
  readonly #pods = new Map<string, ObservedPod>();
  readonly #kubeNodes = new Set<string>();
  #kubeNodesKnown = false;

  constructor(options: ClusterWatchOptions) {
    this.#options = options;
    this.#connection = new Connection({
      ...options,
      onChange: () => options.onChange({ cluster: options.name }),
    });
  }

  /** Watches until the signal aborts; never throws, never gives up. */
  start(signal: AbortSignal): void {
    this.#watch(NODE_SETS, {}, signal, this.#nodeSets, observeNodeSet);
    this.#watch(
      PODS,
      { labelSelector: OUR_PODS },
      signal,
      this.#pods,
      observePod,
    );
    this.#watchKubeNodes(signal);
  }

  snapshot(): ClusterSnapshot {
    const { name, title } = this.#options;
    return {
      name,
      title,
      ...this.#connection.current(),
      kubeNodes: this.#kubeNodesKnown ? this.#kubeNodes.size : undefined,
      nodeSets: [...this.#nodeSets.values()],
      pods: [...this.#pods.values()],
    };
  }

  #watch<T extends ObservedNodeSet | ObservedPod>(
    resource: ResourceRef,
    scope: ListScope,
    signal: AbortSignal,
    store: Map<string, T>,
    observe: (raw: unknown) => T | undefined,
  ): void {
    this.#connection.expect(resource.plural);
    const put = (object: KubeObject): void => {
      const key = keyOf(object);
      const observed = observe(object);
      if (observed) {
        store.set(key, observed);
        this.#changed(observed);
      }
    };
    this.#options.client.watch<KubeObject>(
      resource,
      scope,
      {
        onSync: items => {
          this.#removeOthers(store, new Set(items.map(keyOf)));
          items.forEach(put);
          this.#connection.up(resource.plural);
        },
        onChange: (type, object) => {
          if (type === 'DELETED') {
            this.#remove(store, keyOf(object));
          } else {
            put(object);
          }
        },
        onState: (state, error) =>
          state === 'connected'
            ? this.#connection.up(resource.plural)
            : this.#connection.down(resource.plural, error),
      },
      { signal },
    );
  }

  /** Only their number matters, and only if we may see them. */
  #watchKubeNodes(signal: AbortSignal): void {
    this.#options.client.watch<KubeObject>(
      KUBE_NODES,
      {},
      {
        onSync: items => {
          this.#kubeNodes.clear();
          items.forEach(item => this.#kubeNodes.add(item.metadata.name));
          this.#kubeNodesKnown = true;
        },
        onChange: (type, { metadata }) => {
          if (type === 'DELETED') {
            this.#kubeNodes.delete(metadata.name);
          } else {
            this.#kubeNodes.add(metadata.name);
          }
        },
      },
      { signal },
    );
  }

  #removeOthers<T extends ObservedNodeSet | ObservedPod>(
    store: Map<string, T>,
    keep: ReadonlySet<string>,
  ): void {
    for (const key of [...store.keys()].filter(each => !keep.has(each))) {
      this.#remove(store, key);
    }
  }

  #remove<T extends ObservedNodeSet | ObservedPod>(
    store: Map<string, T>,
    key: string,
  ): void {
    const observed = store.get(key);
    store.delete(key);
    if (observed) {
      this.#changed(observed);
    }
  }

  #changed(observed: ObservedNodeSet | ObservedPod): void {
    this.#options.onChange({
      cluster: this.#options.name,
      nodeSet: {
        namespace: observed.namespace,
        name: 'nodeSet' in observed ? observed.nodeSet : observed.name,
      },
    });
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
