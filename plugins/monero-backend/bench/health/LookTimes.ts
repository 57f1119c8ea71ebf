import { ascending, quantile } from './quantile';

/** How exporters were looked at. */
export interface LookFigures {
  looks: number;
  lookBytes: number;
  /** Pods that were looked at once or more. */
  podsLookedAt: number;
  /** Milliseconds from the first look to that at the last pod. */
  firstRoundMs: number;
  /** Milliseconds between two looks at a pod; absent before the second. */
  pauses?: { p50: number; p99: number; max: number };
}

/** Notes when each pod was looked at. */
export class LookTimes {
  readonly #last = new Map<string, number>();
  #pauses: number[] = [];
  #bytes = 0;
  #looks = 0;
  #firstAt = 0;
  #roundAt = 0;

  note(pod: string, bytes: number): void {
    const now = Date.now();
    const before = this.#last.get(pod);
    this.#firstAt ||= now;
    this.#looks += 1;
    this.#bytes += bytes;
    if (before === undefined) this.#roundAt = now;
    else this.#pauses.push(now - before);
    this.#last.set(pod, now);
  }

  figures(): LookFigures {
    const pauses = ascending(this.#pauses);
    return {
      looks: this.#looks,
      lookBytes: this.#bytes,
      podsLookedAt: this.#last.size,
      firstRoundMs: this.#roundAt - this.#firstAt,
      pauses:
        pauses.length > 0
          ? {
              p50: quantile(pauses, 0.5),
              p99: quantile(pauses, 0.99),
              max: quantile(pauses, 1),
            }
          : undefined,
    };
  }

  /** Begins anew; when each pod was last looked at stays known. */
  forget(): void {
    this.#pauses = [];
    this.#bytes = 0;
    this.#looks = 0;
  }
}
