/** Lets one piece of work through at a time, in the order of asking. */
export type Turnstile = <T>(
  signal: AbortSignal,
  work: () => Promise<T>,
) => Promise<T>;

/**
 * Makes a turnstile. Whoever is aborted while waiting leaves the queue with
 * the signal's reason, and never runs.
 */
export function createTurnstile(): Turnstile {
  let last: Promise<unknown> = Promise.resolve();

  return (signal, work) => {
    const turn = last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    last = turn.catch(() => undefined);
    return Promise.race([turn, rejectOnAbort(signal)]);
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
