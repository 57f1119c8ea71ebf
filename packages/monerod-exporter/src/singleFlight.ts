/**
 * Lets all who ask while work is running share its outcome, so that many
 * askers cost no more than one.
 */
export function singleFlight<Args extends unknown[], T>(
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let running: Promise<T> | undefined;
  return (...args) => {
    running ??= work(...args).finally(() => {
      running = undefined;
    });
    return running;
  };
}
