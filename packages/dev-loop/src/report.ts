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

/** Writes each event as a line. */
export function progressPrinter(out: {
  write(text: string): unknown;
}): ReportProgress {
  return event => {
    out.write(`${formatEvent(event)}\n`);
  };
}
