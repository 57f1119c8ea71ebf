/** Wakes a loop; any number of rings before it listens count as one. */
export interface Bell {
  ring(): void;
  /** Rings later, in milliseconds. */
  ringAfter(delayMs: number): void;
  /** Resolves with true after a ring, with false once the signal aborts. */
  heard(): Promise<boolean>;
}

/** A bell that falls silent with the signal and holds no process open. */
export function createBell(signal: AbortSignal): Bell {
  let rung = false;
  let wake = () => {};
  const ring = () => {
    rung = true;
    wake();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    ringAfter(delayMs) {
      setTimeout(ring, delayMs).unref();
    },
    async heard() {
      if (!rung && !signal.aborted) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      rung = false;
      return !signal.aborted;
    },
  };
}
