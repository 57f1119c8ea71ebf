import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a process does when its parent asks for it. */
// Each has one parameter or none; what they are is the business of both ends.
type Orders = { [name: string]: (argument: never) => unknown };

interface Ask {
  id: number;
  order: string;
  argument: unknown;
}

type Said =
  | { ready: string }
  | { id: number; result: unknown }
  | { id: number; error: string };

const START_MS = 120_000;

/** In a child: does what its parent asks for, and ends with it. */
export function serve<T>(orders: T & Orders): void {
  process.on('message', (ask: Ask) => {
    void (async () => orders[ask.order](ask.argument as never))().then(
      result => process.send?.({ id: ask.id, result }),
      error => process.send?.({ id: ask.id, error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}

/** A child process that does what it is asked for. */
export class Child<T extends object> {
  readonly #waiting = new Map<number, (said: Said) => void>();
  #id = 0;

  private constructor(
    private readonly process: ChildProcess,
    /** What it said when it was ready. */
    readonly ready: string,
  ) {
    process.on('message', (said: Said) => {
      if ('id' in said) this.#waiting.get(said.id)?.(said);
    });
  }

  /** Starts a TypeScript file and waits until it says that it is ready. */
  static async start<T extends object>(
    file: string,
    args: string[],
    execArgv: string[] = [],
  ): Promise<Child<T>> {
    const child = fork(file, args, {
      execArgv: ['--import', 'tsx', ...execArgv],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const gone = once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it was ready`);
    });
    gone.catch(() => {});
    const signal = AbortSignal.timeout(START_MS);
    const [said] = await Promise.race([
      once(child, 'message', { signal }),
      gone,
    ]);
    return new Child<T>(child, (said as { ready: string }).ready);
  }

  /** @throws Error with what the child's order threw */
  ask<K extends keyof T & string>(
    order: K,
    ...[argument]: Arguments<T[K]>
  ): Promise<Result<T[K]>> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, said => {
        this.#waiting.delete(id);
        if ('error' in said) reject(new Error(`${order}: ${said.error}`));
        else resolve((said as { result: Result<T[K]> }).result);
      });
      this.process.send({ id, order, argument });
    });
  }

  async stop(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }
}

type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;
type Result<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;
