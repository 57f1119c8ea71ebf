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
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { NOTHING_KNOWN, planMutation, type Known } from './planMutation';
import { toEntity, type EntityDefaults } from './toEntity';

/** Deadline of one question to monero-backend; under the task's own. */
const TIMEOUT_MS = 20_000;

/** What the provider works with. */
export interface MoneroNodeSetProviderOptions {
  client: Pick<MoneroApi, 'getNodeSets'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials' | 'getPluginRequestToken'>;
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
  defaults: EntityDefaults;
}

/**
 * Keeps the catalog's node sets equal to those of the clusters, by asking
 * monero-backend again and again. See {@link planMutation} for what happens
 * while a cluster is away; while monero-backend is away nothing changes.
 */
export class MoneroNodeSetProvider implements EntityProvider {
  readonly #options: MoneroNodeSetProviderOptions;
  #known: Known = NOTHING_KNOWN;
  #problem?: string;

  constructor(options: MoneroNodeSetProviderOptions) {
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
    const { items, clusters } = await client.getNodeSets({
      token: await this.#token(),
      signal,
      timeoutMs: TIMEOUT_MS,
    });
    const entities = items.map(nodeSet => ({
      cluster: nodeSet.cluster,
      entity: toEntity(nodeSet, defaults),
    }));
    const { mutation, known } = planMutation(
      this.#known,
      { clusters, entities },
      this.getProviderName(),
    );
    if (mutation) {
      await connection.applyMutation(mutation);
      logger.info(
        mutation.type === 'full'
          ? `The catalog now has ${mutation.entities.length} node sets`
          : `Some clusters are away; of the others ${mutation.added.length} node sets are new or changed in the catalog, ${mutation.removed.length} gone`,
      );
    }
    this.#known = known;
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
        `Cannot read the node sets; the catalog keeps what it has. ${problem}`,
      );
    }
    this.#problem = problem;
  }

  #recovered() {
    if (this.#problem !== undefined) {
      this.#options.logger.info('The node sets can be read again');
    }
    this.#problem = undefined;
  }
}

/** The backend's own words, instead of "Request failed with 503 Service Unavailable". */
function wordsOf(error: unknown): string {
  return stringifyError(error instanceof ResponseError ? error.cause : error);
}
