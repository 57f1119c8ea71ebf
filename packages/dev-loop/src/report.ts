import { type ProgressEvent, formatElapsed } from '@monero-portal/dev-cluster';

/** Takes the steps of the start as they begin, move and end. */
export type ReportProgress = (event: ProgressEvent) => void;

const MARKS = { started: '…', progress: '…', done: '✓', failed: '✗' } as const;

/** One line an event: what, how far, how long. */
export function formatEvent(event: ProgressEvent): string {
  const detail = event.detail ? `: ${event.detail}` : '';
  const elapsed =
    event.elapsedMs < 1000 ? '' : ` (${formatElapsed(event.elapsedMs)})`;
  return `  ${MARKS[event.state]} ${event.step}${detail}${elapsed}`;
}

/** Steps tell of every package and file; a person wants to see that it moves. */
const PROGRESS_INTERVAL_MS = 10_000;

/**
 * Writes events as lines: every beginning and end, and of what moves in
 * between one line in ten seconds.
 */
export function progressPrinter(
  out: { write(text: string): unknown },
  now: () => number = Date.now,
): ReportProgress {
  const lastShown = new Map<string, number>();
  return event => {
    const at = now();
    const last = lastShown.get(event.step) ?? -Infinity;
    if (event.state === 'progress' && at - last < PROGRESS_INTERVAL_MS) return;
    lastShown.set(event.step, at);
    out.write(`${formatEvent(event)}\n`);
  };
}
