import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MeasuringAway } from '@monero-portal/plugin-monero-common';

/** Whom the state of a source is told, and in which clock. */
export interface SourceStateOptions {
  cluster: string;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  now: () => number;
  onChange: () => void;
}

/** A single failure is no news. */
const FAILURES_OF_NEWS = 2;

/** Whether a Prometheus answers. Each change is logged once: retries are silent. */
export class SourceState {
  readonly #options: SourceStateOptions;
  /** When it last answered, or was first asked. */
  #since: number;
  #answered = false;
  #failures = 0;
  #away?: MeasuringAway;
  #warning = '';

  constructor(options: SourceStateOptions) {
    this.#options = options;
    this.#since = options.now();
  }

  /** How many rounds in a row have failed. */
  get failures(): number {
    return this.#failures;
  }

  /** Set while it does not answer. */
  get away(): MeasuringAway | undefined {
    return this.#away;
  }

  /** @param warning - what was left out of its answer, in its own words */
  answered(warning?: string): void {
    const { cluster, logger, now, onChange } = this.#options;
    const away = this.#away !== undefined;
    this.#since = now();
    this.#failures = 0;
    this.#away = undefined;
    if (away || !this.#answered) {
      logger.info(`Cluster ${cluster}: its Prometheus answers.`);
      this.#answered = true;
    }
    if (warning && warning !== this.#warning) {
      logger.warn(
        `Cluster ${cluster}: its Prometheus answers in part: ${warning}`,
      );
    }
    this.#warning = warning ?? '';
    if (away) onChange();
  }

  /** @param reason - a sentence */
  failed(reason: string): void {
    const { cluster, logger, onChange } = this.#options;
    this.#failures += 1;
    if (this.#failures < FAILURES_OF_NEWS) {
      return;
    }
    const changed = this.#away === undefined;
    this.#away = { since: new Date(this.#since).toISOString(), reason };
    if (changed) {
      logger.warn(
        `Cluster ${cluster}: its Prometheus does not answer. ${reason} Trying on.`,
      );
      onChange();
    }
  }
}
