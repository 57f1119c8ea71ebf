import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  mergeSnapshot,
  type HeldSnapshot,
  type MoneroApi,
} from '@monero-portal/plugin-monero-common';
import { clusterRefs, toClusterEntity } from './clusterEntity';
import { inTurns } from './inTurns';
import {
  clusterEntity,
  NOTHING_KNOWN,
  planMutation,
  type Known,
} from './planMutation';
import { toEntity, type EntityDefaults } from './toEntity';

/** Deadline of one question to monero-backend; under the task's own. */
const TIMEOUT_MS = 20_000;

/** What the provider works with. */
export interface MoneroProviderOptions {
  client: Pick<MoneroApi, 'getSnapshot'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials' | 'getPluginRequestToken'>;
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
  defaults: EntityDefaults;
}

/**
 * Keeps the catalog's node sets, networks and mining sets equal to those of the clusters, by asking
 * monero-backend again and again. See {@link planMutation} for what happens
 * while a cluster is away; while monero-backend is away nothing changes.
 */
export class MoneroProvider implements EntityProvider {
  readonly #options: MoneroProviderOptions;
  #known: Known = NOTHING_KNOWN;
  #held?: HeldSnapshot;
  #problem?: string;

  constructor(options: MoneroProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'monero-node-sets';
  }

  /** Begins to ask; the scheduler decides when. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.taskRunner.run({
      id: `${this.getProviderName()}:refresh`,
      fn: signal => this.refresh(connection, signal),
    });
  }

  /**
   * Asks once and tells the catalog what changed. Does not throw: a failure is
   * logged when it begins and when it ends, and what is known stays as it is.
   */
  async refresh(
    connection: EntityProviderConnection,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await this.#refresh(connection, signal);
      this.#recovered();
    } catch (error) {
      if (!signal?.aborted) {
        this.#failed(wordsOf(error));
      }
    }
  }

  async #refresh(connection: EntityProviderConnection, signal?: AbortSignal) {
    const { client, defaults, logger } = this.#options;
    const { epoch, revision: since } = this.#held ?? {};
    const snapshot = await client.getSnapshot(
      { epoch, since },
      { token: await this.#token(), signal, timeoutMs: TIMEOUT_MS },
    );
    const { clusters, locating } = snapshot;
    const held = mergeSnapshot(this.#held, snapshot);
    const refs = clusterRefs(clusters, defaults);
    const entities = await inTurns([...held.items.values()], item =>
      clusterEntity(
        item.cluster,
        toEntity(item, defaults, refs.get(item.cluster)),
      ),
    );
    if (defaults.clusterEntities) {
      entities.push(
        ...clusters
          .filter(({ entityRef }) => !entityRef)
          .map(cluster =>
            clusterEntity(cluster.name, toClusterEntity(cluster, defaults)),
          ),
      );
    }
    const { mutation, known } = planMutation(
      this.#known,
      { clusters, entities, locating },
      this.getProviderName(),
    );
    if (mutation) {
      await connection.applyMutation(mutation);
      logger.info(
        mutation.type === 'full'
          ? `The catalog now has ${mutation.entities.length} Monero entities`
          : `Some clusters are away; of the others ${mutation.added.length} Monero entities are new or changed in the catalog, ${mutation.removed.length} gone`,
      );
    }
    this.#known = known;
    this.#held = held;
  }

  async #token(): Promise<string> {
    const { auth } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'monero',
    });
    return token;
  }

  #failed(problem: string) {
    if (problem !== this.#problem) {
      this.#options.logger.warn(
        `Cannot read what runs; the catalog keeps what it has. ${problem}`,
      );
    }
    this.#problem = problem;
  }

  #recovered() {
    if (this.#problem !== undefined) {
      this.#options.logger.info('What runs can be read again');
    }
    this.#problem = undefined;
  }
}

/** The backend's own words, instead of "Request failed with 503 Service Unavailable". */
function wordsOf(error: unknown): string {
  return stringifyError(error instanceof ResponseError ? error.cause : error);
}
