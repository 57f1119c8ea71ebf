import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Limit } from '../services/limit';

const KEY = 'monero.proposals.rateLimit';
/** One a minute: nobody writes by hand that fast for an hour. */
const DEFAULT: Limit = { count: 60, windowMs: 3_600_000 };
const MOST = 100_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Reads `monero.proposals.rateLimit`.
 *
 * @throws InputError naming the field and its range
 */
export function readProposalLimit(config: Config): Limit {
  const count = config.getOptionalNumber(`${KEY}.count`) ?? DEFAULT.count;
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    throw new InputError(
      `${KEY}.count is ${count}; it may be a whole number from 1 to ${MOST}.`,
    );
  }
  const windowMs = config.has(`${KEY}.window`)
    ? durationToMilliseconds(
        readDurationFromConfig(config, { key: `${KEY}.window` }),
      )
    : DEFAULT.windowMs;
  if (!(windowMs >= 1_000 && windowMs <= 30 * DAY_MS)) {
    throw new InputError(
      `${KEY}.window is ${
        windowMs / 1000
      } seconds; it may be a second to 30 days.`,
    );
  }
  return { count, windowMs };
}
