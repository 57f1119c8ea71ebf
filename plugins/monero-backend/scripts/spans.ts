import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';

/** A git process or a request that began while something was measured. */
export interface Span {
  /** Such as `git push`, `GET pulls`. */
  what: string;
  /** Milliseconds since the start of the measurement. */
  start: number;
  ms: number;
}

/** What undici tells of a request. */
interface UndiciMessage {
  request: { method: string; path: string };
}

const GIT_OPTIONS_WITH_VALUE = ['--git-dir', '-c'];

/**
 * Runs something and notes every git process and every request of `fetch`
 * meanwhile. Nothing of what runs needs to know.
 */
export async function recordSpans<T>(
  run: () => Promise<T>,
): Promise<{ result: T; totalMs: number; spans: Span[] }> {
  const began = performance.now();
  const spans: Span[] = [];
  const open = new WeakMap<object, () => void>();
  const begin = (what: string) => {
    const start = performance.now() - began;
    return () =>
      spans.push({ what, start, ms: performance.now() - began - start });
  };
  const onProcess = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    // The arguments are known once it is spawned.
    const start = performance.now() - began;
    child.once('close', () =>
      spans.push({
        what: gitCommand(child.spawnargs),
        ...{ start, ms: performance.now() - began - start },
      }),
    );
  };
  const onRequest = (message: unknown) => {
    const { request } = message as UndiciMessage;
    open.set(request, begin(`${request.method} ${lastWord(request.path)}`));
  };
  const onAnswer = (message: unknown) =>
    open.get((message as UndiciMessage).request)?.();
  const subscriptions = [
    ['child_process', onProcess],
    ['undici:request:create', onRequest],
    ['undici:request:trailers', onAnswer],
  ] as const;
  for (const [name, listener] of subscriptions) {
    channel(name).subscribe(listener);
  }
  try {
    const result = await run();
    return { result, totalMs: performance.now() - began, spans };
  } finally {
    for (const [name, listener] of subscriptions) {
      channel(name).unsubscribe(listener);
    }
  }
}

/** @returns `git push` of `git --git-dir x -c y=z push ...` */
function gitCommand([program, ...args]: readonly string[]): string {
  let at = 0;
  while (GIT_OPTIONS_WITH_VALUE.includes(args[at])) at += 2;
  return `${program} ${args[at]}`;
}

/** @returns `pulls` of `/api/v1/repos/a/b/pulls?state=open` */
function lastWord(path: string): string {
  return path.replace(/\?.*/, '').split('/').at(-1) ?? path;
}
