import type { ProgressEvent, ProgressListener } from './types';

/** Reports on one step; time runs from its creation. */
export interface StepReporter {
  /** Says what the step is doing right now. */
  update(detail: string): void;
}

/** Runs steps and reports their start, progress, end or failure. */
export interface Progress {
  run<T>(step: string, work: (report: StepReporter) => Promise<T>): Promise<T>;
}

/** Makes a `Progress` that reports to the listener. The clock is injected. */
export function createProgress(
  listener: ProgressListener = () => {},
  now: () => number = Date.now,
): Progress {
  return {
    async run(step, work) {
      const startedAt = now();
      const emit = (state: ProgressEvent['state'], detail?: string) =>
        listener({ step, state, detail, elapsedMs: now() - startedAt });
      emit('started');
      try {
        const result = await work({
          update: detail => emit('progress', detail),
        });
        emit('done');
        return result;
      } catch (error) {
        emit('failed', error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
  };
}

/** `3 s`, `2 min 05 s`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)} min ${rest} s`;
}
