/** Pauses that double from a least to a longest one, with jitter. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly minMs: number,
    private readonly maxMs: number,
    private readonly random: () => number = Math.random,
  ) {}

  /** Milliseconds to wait now: between half of the step and all of it. */
  next(): number {
    const step = Math.min(this.minMs * 2 ** this.failures, this.maxMs);
    this.failures = Math.min(this.failures + 1, 30);
    return step * (0.5 + this.random() / 2);
  }

  /** After a success. */
  reset(): void {
    this.failures = 0;
  }

  /** Whether nothing failed since the last reset. */
  get fresh(): boolean {
    return this.failures === 0;
  }
}
