import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterState } from '@monero-portal/plugin-monero-common';

/** What the state of a connection is told to, and in which clock. */
export interface ConnectionOptions {
  name: string;
  logger: LoggerService;
  now: () => number;
  onChange: () => void;
}

/** The connection as it is now. */
export interface ConnectionState {
  state: ClusterState;
  /** When the state began. */
  since: number;
  error?: string;
  /** When everything was last up to date. */
  seenAt?: number;
}

/**
 * Joins the states of a cluster's watches into one. Each change of state is
 * logged once: retries are silent, so a portal that starts long before its
 * cluster stays calm.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #watches = new Map<string, 'unknown' | 'up' | Error>();
  #state: ClusterState = 'connecting';
  #since: number;
  #error?: string;
  /** What kind of failure was logged last; messages may vary with each try. */
  #kind = '';
  #seenAt?: number;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#since = options.now();
  }

  /** Announces a watch that must be up for the cluster to be connected. */
  expect(watch: string): void {
    this.#watches.set(watch, 'unknown');
  }

  up(watch: string): void {
    this.#watches.set(watch, 'up');
    this.#update();
  }

  down(watch: string, error?: Error): void {
    this.#watches.set(watch, error ?? new Error('the connection was lost'));
    this.#update();
  }

  current(): ConnectionState {
    const connected = this.#state === 'connected';
    return {
      state: this.#state,
      since: this.#since,
      error: this.#error,
      // A watch that is up tells every change: what is known is true now.
      seenAt: connected ? this.#options.now() : this.#seenAt,
    };
  }

  #update(): void {
    const states = [...this.#watches.values()];
    const failure = states.find(
      (state): state is Error => state instanceof Error,
    );
    if (failure) {
      this.#become(explain(failure));
    } else if (states.every(state => state === 'up')) {
      this.#become({ state: 'connected', kind: '' });
    }
  }

  #become({ state, error, kind }: Explanation): void {
    const { name, logger, now, onChange } = this.#options;
    const changed = state !== this.#state;
    if (!changed && error === this.#error) {
      return;
    }
    if (changed) {
      if (this.#state === 'connected') {
        this.#seenAt = now();
      }
      this.#since = now();
    }
    this.#state = state;
    this.#error = error;
    if (state === 'connected') {
      logger.info(`Cluster ${name}: connected.`);
    } else if (changed || kind !== this.#kind) {
      logger.info(`Cluster ${name}: ${error} Trying on.`);
    }
    this.#kind = kind;
    onChange();
  }
}

interface Explanation {
  state: ClusterState;
  error?: string;
  kind: string;
}

function explain(failure: Error): Explanation {
  const kind = 'code' in failure ? String(failure.code) : failure.name;
  switch (kind) {
    case 'NotFound':
      return {
        state: 'connecting',
        kind,
        error: 'The Monero resources are not installed yet.',
      };
    case 'Unauthorized':
      return {
        state: 'unreachable',
        kind,
        error: "The cluster does not accept the portal's token.",
      };
    case 'Forbidden':
      return {
        state: 'unreachable',
        kind,
        error: `The portal's user lacks a permission: ${failure.message}.`,
      };
    default:
      return {
        state: 'unreachable',
        kind,
        error: `The cluster cannot be reached: ${reasonOf(failure)}.`,
      };
  }
}

/** The reason alone: which request it was does not matter to a reader. */
function reasonOf(failure: Error): string {
  const { message } = failure.cause instanceof Error ? failure.cause : failure;
  return message
    .split('\n')[0]
    .replace(/[\s.]+$/, '')
    .slice(0, 300);
}
