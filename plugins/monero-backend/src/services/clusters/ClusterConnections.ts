import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterConfig } from '../../config/clusterConfig';

/** Where clusters are named; the first that names one is believed. */
export type ClusterOrigin = 'config' | 'catalog';

/** What connections need. */
export interface ClusterConnectionsOptions {
  logger: LoggerService;
  /** Watches and measures a cluster until the signal aborts. */
  connect: (cluster: ClusterConfig, signal: AbortSignal) => void;
  /** Forgets a cluster that is named no more; not called at the end of all. */
  forget: (name: string) => void;
  /** Ends them all. */
  signal: AbortSignal;
}

interface Connected {
  origin: ClusterOrigin;
  /** What it was connected by, to tell whether that is another now. */
  text: string;
  stop: AbortController;
}

/** Connects the clusters that are named, and lets go of what is named no more. */
export class ClusterConnections {
  readonly #options: ClusterConnectionsOptions;
  readonly #connected = new Map<string, Connected>();
  readonly #shadowed = new Set<string>();

  constructor(options: ClusterConnectionsOptions) {
    this.#options = options;
    options.signal.addEventListener(
      'abort',
      () => this.#connected.forEach(({ stop }) => stop.abort()),
      { once: true },
    );
  }

  /** These are all the clusters that an origin names now. */
  set(origin: ClusterOrigin, clusters: readonly ClusterConfig[]): void {
    const named = new Map(clusters.map(each => [each.name, each]));
    for (const [name, known] of this.#connected) {
      const now = named.get(name);
      if (known.origin === origin && (!now || textOf(now) !== known.text)) {
        this.#connected.delete(name);
        known.stop.abort();
        this.#options.forget(name);
      }
    }
    clusters
      .filter(cluster => !this.#isTaken(origin, cluster))
      .forEach(cluster => this.#connect(origin, cluster));
  }

  #isTaken(origin: ClusterOrigin, { name }: ClusterConfig): boolean {
    const known = this.#connected.get(name);
    if (known && known.origin !== origin && !this.#shadowed.has(name)) {
      this.#shadowed.add(name);
      this.#options.logger.warn(
        `Cluster "${name}" of the ${origin} is not watched: the ${known.origin} names one so already.`,
      );
    }
    return known !== undefined;
  }

  #connect(origin: ClusterOrigin, cluster: ClusterConfig): void {
    if (this.#options.signal.aborted) return;
    const stop = new AbortController();
    this.#connected.set(cluster.name, {
      origin,
      text: textOf(cluster),
      stop,
    });
    this.#options.connect(cluster, stop.signal);
  }
}

/** Functions are left out: a token that changes is the same connection. */
function textOf(cluster: ClusterConfig): string {
  return JSON.stringify(cluster);
}
