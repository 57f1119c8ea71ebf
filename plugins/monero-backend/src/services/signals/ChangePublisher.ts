import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  SIGNAL_FLEET,
  SIGNAL_NODE_SETS,
  SIGNAL_PROPOSALS,
  type FleetKey,
  type ObjectHealth,
} from '@monero-portal/plugin-monero-common';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { Throttle } from './Throttle';

/** At most one signal about the same thing in this time. */
const INTERVAL_MS = 1_000;

/** What changes with every look and is no news: ages, texts that count seconds, sizes that creep. */
const UNNOTICED: ReadonlySet<string> = new Set([
  'asOf',
  'detail',
  'evidence',
  'reason',
  'sampledAt',
  'secondsLeft',
  'databaseBytes',
  'freeBytes',
  'diskFullAt',
  'transactionPool',
  'hashrate',
  'hashrate10s',
  'hashrate60s',
  'hashrate15m',
  'clockSkewSeconds',
]);

/** Tells open pages what has changed, so that they fetch only then. */
export class ChangePublisher {
  readonly #signals: Pick<SignalsService, 'publish'>;
  readonly #logger: LoggerService;
  readonly #throttle: Throttle;
  /** By object: its uid, and what was last told. */
  readonly #told = new Map<string, { uid: string; fingerprint: string }>();

  constructor(options: {
    signals: Pick<SignalsService, 'publish'>;
    logger: LoggerService;
    signal: AbortSignal;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#throttle = new Throttle(INTERVAL_MS, options.signal);
  }

  proposal(id: number): void {
    this.#throttle.run(`proposal ${id}`, () =>
      this.#publish(SIGNAL_PROPOSALS, { id }),
    );
  }

  /** The fleet has a new revision. */
  fleet(revision: () => number): void {
    this.#throttle.run('fleet', () =>
      this.#publish(SIGNAL_FLEET, { revision: revision() }),
    );
  }

  /** @param health - asked when it is time to tell; nothing is told when it says the same as before */
  object(key: FleetKey, health: () => ObjectHealth | undefined): void {
    const { kind, cluster, namespace, name } = key;
    const id = [kind, cluster, namespace, name].join('/');
    this.#throttle.run(id, () => {
      const current = health();
      const fingerprint = current && fingerprintOf(current);
      const before = this.#told.get(id);
      if (before?.fingerprint === fingerprint) {
        return;
      }
      const uid = current?.uid ?? before?.uid ?? '';
      if (fingerprint) {
        this.#told.set(id, { uid, fingerprint });
      } else {
        this.#told.delete(id);
      }
      // Everybody hears it: no name, but what who may see the object knows.
      this.#publish(SIGNAL_NODE_SETS, { uid });
    });
  }

  #publish(channel: string, message: Record<string, string | number>): void {
    this.#signals
      .publish({ recipients: { type: 'broadcast' }, channel, message })
      .catch(error =>
        this.#logger.debug(`No signal was sent on ${channel}: ${error}`),
      );
  }
}

/** What a reader would notice at once. */
function fingerprintOf(health: ObjectHealth): string {
  return JSON.stringify(health, (key, value) =>
    UNNOTICED.has(key) ? undefined : value,
  );
}
