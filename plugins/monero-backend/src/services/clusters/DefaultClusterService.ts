import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubeWatcher } from '@monero-portal/kube-client';
import type {
  ChangedObject,
  ClusterChange,
  ClusterService,
  ClusterSnapshot,
} from './ClusterService';
import { ClusterWatch } from './ClusterWatch';

/** One cluster and how to watch it. */
export interface WatchedCluster {
  name: string;
  title?: string;
  /** The catalog's entity that it was read from. */
  entityRef?: string;
  client: KubeWatcher;
}

/** One {@link ClusterWatch} for each cluster; one that fails leaves the others alone. */
export class DefaultClusterService implements ClusterService {
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #watches = new Map<string, ClusterWatch>();
  readonly #listeners = new Set<(change: ClusterChange) => void>();

  constructor(options: { logger: LoggerService; now?: () => number }) {
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** Watches a cluster until the signal aborts; what is known of it stays. */
  add(cluster: WatchedCluster, signal: AbortSignal): void {
    const { name } = cluster;
    const watch = new ClusterWatch({
      ...cluster,
      logger: this.#logger,
      now: this.#now,
      onChange: change => this.#tell(change),
    });
    this.#watches.set(name, watch);
    watch.start(signal);
    this.#tell({ cluster: name });
  }

  /**
   * Forgets a cluster. Its objects are told as changed, so that nobody goes on
   * to show them.
   */
  remove(name: string): void {
    const snapshot = this.get(name);
    this.#watches.delete(name);
    objectsOf(snapshot).forEach(object =>
      this.#tell({ cluster: name, object }),
    );
    this.#tell({ cluster: name });
  }

  #tell(change: ClusterChange): void {
    this.#listeners.forEach(listener => listener(change));
  }

  list(): ClusterSnapshot[] {
    return [...this.#watches.values()].map(watch => watch.snapshot());
  }

  get(name: string): ClusterSnapshot | undefined {
    return this.#watches.get(name)?.snapshot();
  }

  subscribe(listener: (change: ClusterChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function objectsOf(snapshot: ClusterSnapshot | undefined): ChangedObject[] {
  const named = (
    kind: ChangedObject['kind'],
    objects: readonly { namespace: string; name: string }[] = [],
  ) => objects.map(({ namespace, name }) => ({ kind, namespace, name }));
  return [
    ...named('MoneroNodeSet', snapshot?.nodeSets),
    ...named('MoneroNetwork', snapshot?.networks),
    ...named('MoneroMiningNodeSet', snapshot?.miningNodeSets),
  ];
}
