import { useCallback, useEffect, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';
import { isDenied } from '../lib/errors';

const POLL_MS = 5_000;
const LONGEST_POLL_MS = 60_000;

/** A value from the backend that keeps itself current. */
export interface Live<T> {
  /** The last answer; kept while later fetches fail. */
  value?: T;
  /** Why the last fetch failed; gone after one that works. */
  error?: Error;
  /** True until the first answer or error. */
  loading: boolean;
  /** The user may not see this. */
  denied: boolean;
  /** There is a value, and it could not be renewed. */
  stale: boolean;
  /** Fetches at once; for after an action. */
  refresh(): void;
  /** Takes an answer that came by another way, such as that of an action. */
  accept(value: T): void;
}

/** How a live value learns of changes. */
export interface LiveOptions<M extends JsonObject = JsonObject> {
  /** Signal channel; a message on it fetches at once. */
  channel: string;
  /** Which messages on the channel matter; all by default. */
  matches?: (message: M) => boolean;
  /** Time between fetches when no signal comes, in ms. */
  pollMs?: number;
}

/** How long to wait after a number of failures in a row. */
function delayAfter(failures: number, pollMs: number): number {
  return Math.min(pollMs * 2 ** failures, Math.max(pollMs, LONGEST_POLL_MS));
}

interface State<T> {
  value?: T;
  error?: Error;
}

/**
 * Fetches, then fetches again on each signal and every few seconds otherwise;
 * less often while it fails. Pauses while the tab is hidden and catches up when
 * it is shown. A fetch in flight is aborted on unmount and when `fetcher`
 * changes (memoize it), which also forgets the old value.
 */
export function useLive<T, M extends JsonObject = JsonObject>(
  fetcher: (signal: AbortSignal) => Promise<T>,
  options: LiveOptions<M>,
): Live<T> {
  const { channel, pollMs = POLL_MS } = options;
  const matches = useRef(options.matches);
  matches.current = options.matches;
  const signals = useApiHolder().get(signalApiRef);
  const [state, setState] = useState<State<T>>({});
  const trigger = useRef<() => void>(() => undefined);

  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    let again = false;
    let failures = 0;

    async function run(): Promise<void> {
      clearTimeout(timer);
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        const value = await fetcher(controller.signal);
        if (controller.signal.aborted) return;
        failures = 0;
        setState({ value });
      } catch (error) {
        if (controller.signal.aborted) return;
        failures += 1;
        const wrapped =
          error instanceof Error ? error : new Error(String(error));
        // What may not be seen any more is not kept on the screen.
        setState(last =>
          isDenied(error)
            ? { error: wrapped }
            : { value: last.value, error: wrapped },
        );
      }
      running = false;
      schedule();
    }

    function schedule() {
      if (again) {
        again = false;
        void run();
      } else if (document.visibilityState !== 'hidden') {
        timer = setTimeout(run, delayAfter(failures, pollMs));
      }
    }

    function onVisibility() {
      if (document.visibilityState === 'hidden') {
        clearTimeout(timer);
      } else {
        void run();
      }
    }

    setState({});
    trigger.current = () => void run();
    const subscription = signals?.subscribe<M>(channel, message => {
      if (!matches.current || matches.current(message)) {
        void run();
      }
    });
    document.addEventListener('visibilitychange', onVisibility);
    void run();
    return () => {
      controller.abort();
      clearTimeout(timer);
      subscription?.unsubscribe();
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [fetcher, channel, pollMs, signals]);

  const refresh = useCallback(() => trigger.current(), []);
  const accept = useCallback((value: T) => {
    setState({ value });
    trigger.current();
  }, []);
  const { value, error } = state;
  return {
    value,
    error,
    loading: value === undefined && error === undefined,
    denied: isDenied(error),
    stale: value !== undefined && error !== undefined,
    refresh,
    accept,
  };
}
