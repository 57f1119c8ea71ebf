import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubeWatcher } from '@monero-portal/kube-client';
import type {
  ClusterChange,
  ClusterService,
  ClusterSnapshot,
} from './ClusterService';
import { ClusterWatch } from './ClusterWatch';

/** One cluster and how to watch it. */
export interface WatchedCluster {
  name: string;
  title?: string;
  client: KubeWatcher;
}

/** One {@link ClusterWatch} for each cluster; one that fails leaves the others alone. */
export class DefaultClusterService implements ClusterService {
  readonly #watches: ReadonlyMap<string, ClusterWatch>;
  readonly #listeners = new Set<(change: ClusterChange) => void>();

  constructor(options: {
    clusters: readonly WatchedCluster[];
    logger: LoggerService;
    now?: () => number;
  }) {
    const { clusters, logger, now = Date.now } = options;
    this.#watches = new Map(
      clusters.map(cluster => [
        cluster.name,
        new ClusterWatch({
          ...cluster,
          logger,
          now,
          onChange: change => this.#listeners.forEach(tell => tell(change)),
        }),
      ]),
    );
  }

  /** Watches until the signal aborts. */
  start(signal: AbortSignal): void {
    this.#watches.forEach(watch => watch.start(signal));
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
