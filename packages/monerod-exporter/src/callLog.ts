import { MonerodError } from 'monerod-client';

/** How one call to what is watched went. */
export interface CallOutcome {
  /** Its name as monerod spells it, such as `get_info`. */
  call: string;
  /** `undefined`: not offered on this listener. */
  success?: boolean;
  durationSeconds: number;
}

/** The calls of one scrape. */
export interface CallLog {
  /** Runs a call and notes how it went; passes on what it answers or throws. */
  run<T>(call: string, work: () => Promise<T>): Promise<T>;
  outcomes(): readonly CallOutcome[];
}

/** Whether an error only means that the listener does not offer a call. */
export const isUnsupported = (error: unknown): boolean =>
  error instanceof MonerodError && error.unsupported;

/** @param now - a clock that never jumps, in milliseconds */
export function createCallLog(now: () => number): CallLog {
  const outcomes: CallOutcome[] = [];
  return {
    async run(call, work) {
      const startedAtMs = now();
      const note = (success?: boolean) =>
        outcomes.push({
          call,
          success,
          durationSeconds: (now() - startedAtMs) / 1000,
        });
      try {
        const answer = await work();
        note(true);
        return answer;
      } catch (error) {
        note(isUnsupported(error) ? undefined : false);
        throw error;
      }
    },
    outcomes: () => outcomes,
  };
}
