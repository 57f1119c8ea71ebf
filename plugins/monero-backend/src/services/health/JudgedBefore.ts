/** What something was judged from, and what came of it. */
interface Judged<T> {
  inputs: readonly unknown[];
  /** Milliseconds since the epoch. */
  at: number;
  health: T;
}

/**
 * Remembers how objects were judged last. The same inputs make the same health
 * but for what the time of day makes of them, so it is good for a few seconds:
 * lists then need not judge a thousand sets that were judged a moment ago.
 */
export class JudgedBefore<T> {
  readonly #judged = new Map<string, Judged<T>>();

  /** @param maxAgeMs - how long ago it may have been judged */
  constructor(private readonly maxAgeMs: number) {}

  /** @param inputs - compared one by one, by identity */
  find(object: string, inputs: readonly unknown[], now: number): T | undefined {
    const before = this.#judged.get(object);
    const holds =
      before !== undefined &&
      now - before.at <= this.maxAgeMs &&
      before.inputs.length === inputs.length &&
      before.inputs.every((input, index) => Object.is(input, inputs[index]));
    return holds ? before.health : undefined;
  }

  remember(
    object: string,
    inputs: readonly unknown[],
    health: T,
    now: number,
  ): void {
    this.#judged.set(object, { inputs, at: now, health });
  }

  /** The object is gone. */
  forget(object: string): void {
    this.#judged.delete(object);
  }
}
