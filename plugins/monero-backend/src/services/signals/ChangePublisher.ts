import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  SIGNAL_NODE_SETS,
  SIGNAL_PROPOSALS,
  type NodeHealth,
  type NodeSetHealth,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { Throttle } from './Throttle';

/** At most one signal about the same thing in this time. */
const INTERVAL_MS = 1_000;

const UNNOTICED = {
  reason: undefined,
  sampledAt: undefined,
  secondsLeft: undefined,
  databaseBytes: undefined,
  freeBytes: undefined,
  transactionPool: undefined,
} satisfies Partial<Record<keyof NodeHealth, undefined>>;

/** Tells open pages what has changed, so that they fetch only then. */
export class ChangePublisher {
  readonly #signals: Pick<SignalsService, 'publish'>;
  readonly #logger: LoggerService;
  readonly #throttle: Throttle;
  /** By node set: what was last told. */
  readonly #told = new Map<string, string>();

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

  /** @param health - asked when it is time to tell; nothing is told when it says the same as before */
  nodeSet(ref: NodeSetRef, health: () => NodeSetHealth | undefined): void {
    const { cluster, namespace, name } = ref;
    const key = [cluster, namespace, name].join('/');
    this.#throttle.run(`node set ${key}`, () => {
      const current = health();
      const fingerprint = current && fingerprintOf(current);
      if (this.#told.get(key) === fingerprint) {
        return;
      }
      if (fingerprint) {
        this.#told.set(key, fingerprint);
      } else {
        this.#told.delete(key);
      }
      this.#publish(SIGNAL_NODE_SETS, { cluster, namespace, name });
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

/** What a reader would notice at once: everything but ages, texts that count seconds, and sizes that creep. */
function fingerprintOf(health: NodeSetHealth): string {
  const { asOf, verdict, nodes, ...rest } = health;
  return JSON.stringify([
    rest,
    verdict.state,
    verdict.headline,
    nodes.map(node => ({ ...node, ...UNNOTICED })),
  ]);
}
