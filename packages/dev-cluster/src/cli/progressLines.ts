import { formatElapsed } from '../progress';
import type { ProgressListener } from '../types';

const MIN_INTERVAL_MS = 1000;

/**
 * Writes progress as lines. On a terminal the present state overwrites itself;
 * elsewhere it gets a line every ten seconds, so that logs stay short.
 */
export function progressLines(out: {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}): ProgressListener {
  const intervalMs = out.isTTY ? MIN_INTERVAL_MS / 5 : MIN_INTERVAL_MS * 10;
  let lastWrite = 0;
  const line = (text: string, stays: boolean) => {
    if (!out.isTTY) out.write(`${text}\n`);
    else {
      const fitting = text.split('\n')[0].slice(0, (out.columns ?? 80) - 1);
      out.write(`\r\u001b[2K${stays ? `${text}\n` : fitting}`);
    }
  };
  return ({ step, state, detail, elapsedMs }) => {
    const elapsed = formatElapsed(elapsedMs);
    if (state === 'done') line(`  done  ${step} (${elapsed})`, true);
    else if (state === 'failed') line(`failed  ${step} (${elapsed})`, true);
    else {
      const important = state === 'started' || step.startsWith('Restart');
      if (!important && Date.now() - lastWrite < intervalMs) return;
      lastWrite = Date.now();
      const what = detail ? `${step}: ${detail}` : step;
      line(`  ...   ${what} (${elapsed})`, step.startsWith('Restart'));
    }
  };
}
