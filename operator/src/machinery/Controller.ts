import { Clock } from './clock';
import { Key } from './key';
import { Logger, messageOf } from './Logger';
import { ControllerMetrics } from './metrics';
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
        await this.pass(key, signal);
      } finally {
        queue.done(key);
      }
    }
  }

  private async pass(key: Key, signal: AbortSignal): Promise<void> {
    const { clock, logger, metrics, name, queue } = this.settings;
    const startedAt = clock.now();
    const limit = AbortSignal.any([
      signal,
      AbortSignal.timeout(this.settings.timeoutMs),
    ]);
    let result = 'success';
    try {
      const outcome = await this.settings.reconcile(key, limit);
      queue.forget(key);
      if (outcome.requeueAfterMs !== undefined) {
        result = 'requeue_after';
        queue.addAfter(key, outcome.requeueAfterMs);
      }
    } catch (error) {
      if (signal.aborted) return;
      result = 'error';
      const terminal = error instanceof TerminalError;
      logger.error('reconcile failed', {
        controller: name,
        key,
        terminal,
        error: messageOf(error),
      });
      if (terminal) queue.forget(key);
      else queue.retry(key);
    } finally {
      metrics.reconciled(result, (clock.now() - startedAt) / 1000);
    }
  }
}
