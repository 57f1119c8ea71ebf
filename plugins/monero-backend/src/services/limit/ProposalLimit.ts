import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import {
  RateLimiterPostgres,
  RateLimiterRes,
  RateLimiterSQLite,
  type RateLimiterStoreAbstract,
} from 'rate-limiter-flexible';
import { TooManyProposalsError, type Limit } from './TooManyProposalsError';

const TABLE = 'proposal_limit';

/**
 * How many changes one user or service may propose within a window, which
 * begins with the first of them. Counted in the database: a restart forgets
 * nothing, and several portals count together.
 */
export class ProposalLimit {
  readonly #limit: Limit;
  readonly #limiter: RateLimiterStoreAbstract;

  /** @param db - a database on which the migrations have run */
  constructor(db: Knex, limit: Limit) {
    this.#limit = limit;
    this.#limiter = limiterOn(db, limit);
  }

  /**
   * Counts one change.
   *
   * @param who - entity reference of a user, or a service by its name
   * @throws TooManyProposalsError when there were as many as there may be
   */
  async take(who: string): Promise<void> {
    try {
      await this.#limiter.consume(keyOf(who));
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        const { msBeforeNext } = error;
        throw new TooManyProposalsError(this.#limit, msBeforeNext, Date.now());
      }
      throw error;
    }
  }
}

function limiterOn(
  db: Knex,
  { count, windowMs }: Limit,
): RateLimiterStoreAbstract {
  const options = {
    storeClient: db,
    storeType: 'knex',
    tableName: TABLE,
    tableCreated: true,
    keyPrefix: '',
    points: count,
    duration: windowMs / 1000,
    // Everybody has one row, which is used again: nothing piles up.
    clearExpiredByTimeout: false,
  };
  return String(db.client.config.client).includes('sqlite')
    ? new RateLimiterSQLite(options)
    : new RateLimiterPostgres(options);
}

/** Of one length, however long a name is, and no list of who proposes what. */
function keyOf(who: string): string {
  return createHash('sha256').update(who).digest('hex');
}
