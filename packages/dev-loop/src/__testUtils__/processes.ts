import { readFile } from 'node:fs/promises';

/** Asks until the answer is truthy; the test's own timeout ends it. */
export async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** Whether a process runs no more. A killed orphan is a zombie until init reaps it. */
export async function hasEnded(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'Z');
  return /^Z$| Z /.test(stat);
}
