import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { NoticeStore } from './NoticeStore';
import type { Saying } from './Saying';

/** What telling somebody something needs. */
export interface MessengerOptions {
  notifications: NotificationService;
  store: Pick<NoticeStore, 'claim'>;
  logger: LoggerService;
  now?: () => number;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** While notices cannot be sent they are tried ever less often, down to this. */
const FIRST_WAIT_MS = 30_000;
const MAX_WAIT_MS = 15 * 60_000;

/**
 * Tells owners what there is to tell, once: by whichever portal is first. What
 * cannot be sent is not told, and may be tried again.
 */
export class Messenger {
  readonly #options: Required<MessengerOptions>;
  #failures = 0;
  #notBefore = 0;

  constructor(options: MessengerOptions) {
    this.#options = { now: Date.now, timeoutMs: TIMEOUT_MS, ...options };
  }

  /**
   * Never throws.
   *
   * @returns `told`; `known` when another portal has said something meanwhile;
   *   `failed` when it could not be sent now
   */
  async say(saying: Saying): Promise<'told' | 'known' | 'failed'> {
    const { now, store } = this.#options;
    const { scope, from, to, notice } = saying;
    if (now() < this.#notBefore) {
      return 'failed';
    }
    try {
      if (!(await store.claim(scope, from, to))) {
        return 'known';
      }
      try {
        await this.#send(notice);
      } catch (error) {
        await store.claim(scope, to, from);
        throw error;
      }
      this.#failures = 0;
      return 'told';
    } catch (error) {
      this.#failed(error);
      return 'failed';
    }
  }

  async #send(notice: Saying['notice']): Promise<void> {
    const { notifications, timeoutMs } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${timeoutMs / 1000} s`)),
        timeoutMs,
      );
    });
    try {
      await Promise.race([notifications.send(notice), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  #failed(error: unknown): void {
    const { now, logger } = this.#options;
    const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures);
    this.#notBefore = now() + wait;
    if (this.#failures === 0) {
      logger.warn(
        `Owners cannot be notified: ${
          error instanceof Error ? error.message : error
        } Is the notifications plugin installed? (monero.notifications.enabled: false, if it is not to be.)`,
      );
    }
    this.#failures += 1;
  }
}
