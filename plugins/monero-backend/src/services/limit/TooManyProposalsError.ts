import { formatDuration, plural } from '@monero-portal/plugin-monero-common';

/** What somebody may not exceed. */
export interface Limit {
  /** How many within a window. */
  count: number;
  windowMs: number;
}

const MINUTE_MS = 60_000;

/** Somebody has used up their limit; the message says when they may go on. */
export class TooManyProposalsError extends Error {
  /** By this the portal answers 429. */
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;

  /** @param waitMs - until the next window begins */
  constructor({ count, windowMs }: Limit, waitMs: number, now: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    super(
      `You have proposed ${plural(count, 'change')} within ${formatDuration(
        windowMs / 1000,
      )}, as many as this portal takes from one person. You can propose again ${when(
        seconds,
        now,
      )}; nothing of this change was kept.`,
    );
    this.name = 'TooManyProposalsError';
    this.retryAfterSeconds = seconds;
  }
}

/** "in 40 min, at 13:00 UTC": never a moment too early. */
function when(seconds: number, now: number): string {
  const end = now + seconds * 1000;
  const minute = Math.ceil(end / MINUTE_MS) * MINUTE_MS;
  const [day, time] = new Date(minute).toISOString().split('T');
  const on = new Date(now).toISOString().startsWith(day) ? '' : `${day} `;
  const wait = seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds;
  return `in ${formatDuration(wait)}, at ${on}${time.slice(0, 5)} UTC`;
}
