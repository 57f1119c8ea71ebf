import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  GROUP,
  MINING_NODE_SET,
  NETWORK,
  NODE_SET,
  VERSION,
} from '@monero-portal/monero-api';
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
  observeObject,
  observePod,
  type ObservedNodeSet,
  type ObservedObject,
  type ObservedPod,
} from './observed';

const ours = (plural: string): ResourceRef => ({
  group: GROUP,
  version: VERSION,
  plural,
});
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
 * One cluster in memory: its node sets, networks and mining sets, their pods
 * and the number of its machines. Five watches in all, however many pages are
 * open. While the cluster is away the last known state stays.
 */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  readonly #connection: Connection;
  readonly #nodeSets = new Map<string, ObservedNodeSet>();
  readonly #networks = new Map<string, ObservedObject>();
  readonly #miningNodeSets = new Map<string, ObservedObject>();
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
    this.#watch(
      ours(NODE_SET.plural),
      {},
      signal,
      this.#nodeSets,
      observeNodeSet,
    );
    for (const [{ kind, plural }, store] of [
      [NETWORK, this.#networks],
      [MINING_NODE_SET, this.#miningNodeSets],
    ] as const) {
      this.#watch(ours(plural), {}, signal, store, raw =>
        observeObject(kind, raw),
      );
    }
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
      networks: [...this.#networks.values()],
      miningNodeSets: [...this.#miningNodeSets.values()],
      pods: [...this.#pods.values()],
    };
  }

  #watch<T extends ObservedObject | ObservedPod>(
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

  #removeOthers<T extends ObservedObject | ObservedPod>(
    store: Map<string, T>,
    keep: ReadonlySet<string>,
  ): void {
    for (const key of [...store.keys()].filter(each => !keep.has(each))) {
      this.#remove(store, key);
    }
  }

  #remove<T extends ObservedObject | ObservedPod>(
    store: Map<string, T>,
    key: string,
  ): void {
    const observed = store.get(key);
    store.delete(key);
    if (observed) {
      this.#changed(observed);
    }
  }

  #changed(observed: ObservedObject | ObservedPod): void {
    const { namespace } = observed;
    const { name: cluster, onChange } = this.#options;
    if ('nodeSet' in observed) {
      onChange({ cluster, nodeSet: { namespace, name: observed.nodeSet } });
    } else if (observed.kind === NODE_SET.kind) {
      onChange({ cluster, nodeSet: { namespace, name: observed.name } });
    } else {
      const { kind, name } = observed;
      onChange({ cluster, object: { kind, namespace, name } });
    }
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
