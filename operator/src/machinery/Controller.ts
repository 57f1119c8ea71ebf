import { isKubeError } from '@monero-portal/kube-client';
import { Clock } from './clock';
import { Key } from './key';
import { Logger, messageOf } from './Logger';
import { ControllerMetrics, ReconcileResult } from './metrics';
import { fieldsOf, Pass, Passes } from './passes';
import { Workqueue } from './Workqueue';

/** How a pass over a key ended, when it ended well. */
export interface Outcome {
  /** Look again after this time even if nothing changes. */
  requeueAfterMs?: number;
}

/** An error that trying again does not mend; the key rests until it changes. */
export class TerminalError extends Error {
  readonly name = 'TerminalError';
}

/** What a controller works with. */
export interface ControllerSettings {
  name: string;
  /** One level-triggered pass; throws to be called again later. */
  reconcile: (key: Key, signal: AbortSignal) => Promise<Outcome>;
  queue: Workqueue;
  /** Resolves when the caches are filled; no worker starts before. */
  synced: () => Promise<unknown>;
  workers: number;
  /** Longest that one pass may take, in milliseconds. */
  timeoutMs: number;
  clock: Clock;
  logger: Logger;
  metrics: ControllerMetrics;
  /** What log lines of a pass are recognised by. */
  passes: Passes;
}

/** Takes keys from a queue and reconciles them, a few at a time. */
export class Controller {
  constructor(private readonly settings: ControllerSettings) {}

  /** Works until the signal aborts and the passes under way have ended. */
  async run(signal: AbortSignal): Promise<void> {
    const { queue, synced, workers } = this.settings;
    const closed = new Promise<void>(resolve => {
      const close = () => {
        queue.close();
        resolve();
      };
      if (signal.aborted) close();
      else signal.addEventListener('abort', close, { once: true });
    });
    await Promise.race([synced(), closed]);
    await Promise.all(Array.from({ length: workers }, () => this.work(signal)));
  }

  private async work(signal: AbortSignal): Promise<void> {
    const { queue } = this.settings;
    for (;;) {
      const key = await queue.next();
      if (key === undefined) return;
      try {
        const { name, passes } = this.settings;
        await passes.run(name, key, pass => this.pass(pass, signal));
      } finally {
        queue.done(key);
      }
    }
  }

  private async pass(pass: Pass, signal: AbortSignal): Promise<void> {
    const { clock, metrics, queue } = this.settings;
    const { key } = pass;
    const startedAt = clock.now();
    const limit = AbortSignal.any([
      signal,
      AbortSignal.timeout(this.settings.timeoutMs),
    ]);
    let result: ReconcileResult = 'success';
    try {
      const outcome = await this.settings.reconcile(key, limit);
      queue.forget(key);
      if (outcome.requeueAfterMs !== undefined) {
        result = 'requeue_after';
        queue.addAfter(key, outcome.requeueAfterMs);
      }
    } catch (error) {
      if (signal.aborted) return;
      result = this.fail(pass, error);
    } finally {
      metrics.reconciled(result, (clock.now() - startedAt) / 1000);
    }
  }

  /** @returns what metrics call it */
  private fail(pass: Pass, error: unknown): ReconcileResult {
    const { logger, metrics, queue } = this.settings;
    const terminal = error instanceof TerminalError;
    // Somebody was faster; what they did is on its way to the caches.
    const conflict = isKubeError(error, 'Conflict');
    logger[conflict ? 'info' : 'error']('reconcile failed', {
      ...fieldsOf(pass),
      terminal,
      error: messageOf(error),
    });
    if (terminal) {
      metrics.terminal();
      queue.forget(pass.key);
    } else {
      queue.retry(
        pass.key,
        isKubeError(error) ? error.retryAfterMs : undefined,
      );
    }
    return conflict ? 'requeue' : 'error';
  }
}
