import type { MinerSample } from '@monero-portal/plugin-monero-common';
import type { PodHistory } from './PodHistory';
import { toMinerSample } from './toMinerSample';

/** Turns a miner's scrapes into its sample: adds age and failures. */
export class MinerHistory implements PodHistory {
  #last: MinerSample = {};

  failures = 0;

  /** The sample as of the last scrape, good or bad. */
  get sample(): MinerSample {
    return this.#last;
  }

  read(text: string, at: number): void {
    this.failures = 0;
    this.#last = {
      ...toMinerSample(text),
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
