import { MonerodError } from './errors';

/** How long a piece of work may take, and who may end it early. */
export interface Limits {
  timeoutMs: number;
  signal?: AbortSignal;
}

/** A timer set to more fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs work under a deadline. The work gets one signal for both ways of
 * ending early; whatever it then rejects with becomes a typed error.
 *
 * @throws MonerodError `Timeout` or `Aborted`, else what the work throws.
 */
export async function withDeadline<T>(
  { timeoutMs, signal }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = () =>
    new MonerodError('Aborted', 'the caller ended the call', {
      cause: signal?.reason,
    });
  if (signal?.aborted) {
    throw ended();
  }
  const controller = new AbortController();
  const onAbort = () => controller.abort(ended());
  // Not AbortSignal.any: a signal that lives as long as the process would
  // gather a dependent signal for every call.
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(
    () =>
      controller.abort(
        new MonerodError(
          'Timeout',
          `no complete answer within ${timeoutMs} ms`,
        ),
      ),
    Math.min(timeoutMs, MAX_TIMER_MS),
  );
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
