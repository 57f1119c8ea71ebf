import type { MinerSample } from '@monero-portal/plugin-monero-common';
import type { Families } from './families';
import type { PodHistory } from './PodHistory';
import { MINER_WANTED, toMinerSample } from './toMinerSample';

/** Turns a miner's scrapes into its sample: adds age and failures. */
export class MinerHistory implements PodHistory {
  #last: MinerSample;
  readonly #lookedAtEverySeconds?: number;

  readonly wanted = MINER_WANTED;

  /** @param lookedAtEverySeconds - unless the portal itself looks */
  constructor(lookedAtEverySeconds?: number) {
    this.#lookedAtEverySeconds = lookedAtEverySeconds;
    this.#last = { lookedAtEverySeconds };
  }

  failures = 0;

  /** The sample as of the last scrape, good or bad. */
  get sample(): MinerSample {
    return this.#last;
  }

  read(families: Families, at: number): void {
    this.failures = 0;
    this.#last = {
      ...toMinerSample(families),
      lookedAtEverySeconds: this.#lookedAtEverySeconds,
      sampledAt: new Date(at).toISOString(),
    };
  }

  failed(failure: string, at: number): void {
    this.failures++;
    this.#last = {
      ...this.#last,
      failedSince: this.#last.failedSince ?? new Date(at).toISOString(),
      failure,
    };
  }
}
