import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_API_SERVER_CA,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
} from '@backstage/plugin-kubernetes-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ClusterConfig } from '../../config/clusterConfig';
import type { CatalogLocatorConfig } from '../../config/readClusters';
import type { Lookup } from './checkApiServerUrl';
import { clusterOfEntity } from './clusterOfEntity';

const CLUSTERS = {
  kind: 'Resource',
  'spec.type': 'kubernetes-cluster',
  [`metadata.annotations.${ANNOTATION_KUBERNETES_API_SERVER}`]:
    CATALOG_FILTER_EXISTS,
  [`metadata.annotations.${ANNOTATION_KUBERNETES_API_SERVER_CA}`]:
    CATALOG_FILTER_EXISTS,
  [`metadata.annotations.${ANNOTATION_KUBERNETES_AUTH_PROVIDER}`]:
    CATALOG_FILTER_EXISTS,
};
/** Between two looks. */
const INTERVAL_MS = 60_000;
/** Between two looks while the catalog does not answer. */
const RETRY_MS = 5_000;
/** As many clusters as are taken of the catalog. */
const MOST = 500;

/** What the locator works with. */
export interface CatalogLocatorOptions {
  catalog: Pick<CatalogService, 'getEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  logger: LoggerService;
  settings: CatalogLocatorConfig;
  /** Given all clusters that the catalog names, at every look. */
  onClusters: (clusters: readonly ClusterConfig[]) => void;
  lookupHost?: Lookup;
}

/**
 * Looks in the catalog for clusters, again and again. While the catalog does
 * not answer nothing is told, so that what is known stays. An entity that
 * cannot be used is left out, and the log says why once.
 */
export class CatalogLocator {
  readonly #options: CatalogLocatorOptions;
  /** What the log said last, by entity; of the catalog itself under ''. */
  #told = new Map<string, string>();

  constructor(options: CatalogLocatorOptions) {
    this.#options = options;
  }

  /** Looks until the signal aborts; never throws. */
  start(signal: AbortSignal): void {
    let timer: NodeJS.Timeout | undefined;
    const look = async () => {
      const found = await this.look();
      if (!signal.aborted) {
        timer = setTimeout(look, found ? INTERVAL_MS : RETRY_MS).unref();
      }
    };
    void look();
    signal.addEventListener('abort', () => clearTimeout(timer), {
      once: true,
    });
  }

  /** One look. @returns whether the catalog answered */
  async look(): Promise<boolean> {
    const { catalog, auth, onClusters } = this.#options;
    const problems = new Map<string, string>();
    try {
      const { items } = await catalog.getEntities(
        { filter: CLUSTERS, limit: MOST },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const clusters: ClusterConfig[] = [];
      for (const entity of items) {
        const cluster = await this.#read(entity, clusters, problems);
        clusters.push(...(cluster ? [cluster] : []));
      }
      this.#warnOf(problems);
      onClusters(clusters);
      return true;
    } catch (error) {
      this.#warnOf(
        new Map([
          ...this.#told,
          [
            '',
            `The catalog does not say which clusters there are; those that are known stay. ${stringifyError(
              error,
            )}`,
          ],
        ]),
      );
      return false;
    }
  }

  async #read(
    entity: Entity,
    known: readonly ClusterConfig[],
    problems: Map<string, string>,
  ): Promise<ClusterConfig | undefined> {
    const { settings, lookupHost } = this.#options;
    const ref = stringifyEntityRef(entity);
    const leave = (why: string) => {
      problems.set(ref, `${ref} is not watched for Monero nodes: ${why}.`);
      return undefined;
    };
    const twin = known.find(({ name }) => name === entity.metadata.name);
    if (twin) {
      return leave(`${twin.entityRef} has the same name`);
    }
    try {
      return await clusterOfEntity(entity, settings, lookupHost);
    } catch (error) {
      return leave(error instanceof Error ? error.message : String(error));
    }
  }

  #warnOf(problems: Map<string, string>): void {
    for (const [ref, problem] of problems) {
      if (this.#told.get(ref) !== problem) {
        this.#options.logger.warn(problem);
      }
    }
    this.#told = problems;
  }
}
