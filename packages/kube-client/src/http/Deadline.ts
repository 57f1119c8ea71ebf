import { KubeError } from '../KubeError';

/**
 * One AbortSignal out of a time limit and the caller's own signal, which
 * remembers what ended the request.
 */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly parent?: AbortSignal;
  private readonly what: string;
  private timer?: NodeJS.Timeout;
  private timeoutMs = 0;

  constructor(what: string, timeoutMs: number, parent?: AbortSignal) {
    this.what = what;
    this.parent = parent;
    if (parent?.aborted) {
      this.controller.abort(this.aborted());
      return;
    }
    parent?.addEventListener('abort', this.onParentAbort, { once: true });
    this.restart(timeoutMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Milliseconds after which time is up, counted from now. */
  restart(timeoutMs: number): void {
    if (this.signal.aborted) return;
    this.timeoutMs = timeoutMs;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(this.onTimeout, timeoutMs);
  }

  /** Releases timer and listener; the signal stays as it is. */
  done(): void {
    if (this.timer) clearTimeout(this.timer);
    this.parent?.removeEventListener('abort', this.onParentAbort);
  }

  /** The reason of the end if it was this deadline, else the error itself. */
  explain(error: unknown): unknown {
    return this.signal.aborted ? this.signal.reason : error;
  }

  private readonly onParentAbort = () => this.controller.abort(this.aborted());

  private readonly onTimeout = () =>
    this.controller.abort(
      new KubeError({
        code: 'Timeout',
        message: `${this.what}: no complete answer within ${this.timeoutMs} ms`,
      }),
    );

  private aborted(): KubeError {
    return new KubeError({
      code: 'Aborted',
      message: `${this.what}: given up by the caller`,
      cause: this.parent?.reason,
    });
  }
}
