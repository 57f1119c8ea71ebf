import type { Knex } from 'knex';

const TABLE = 'notices';
/** SQLite takes some thousand values in one query. */
const MOST_AT_ONCE = 500;

/** What was told last, by what it is about: on SQLite and PostgreSQL. */
export class NoticeStore {
  readonly #db: Knex;

  /** @param db - a database on which the migrations have run */
  constructor(db: Knex) {
    this.#db = db;
  }

  /** What was told of each; nothing of what nothing was told of. */
  async told(scopes: readonly string[]): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    for (let i = 0; i < scopes.length; i += MOST_AT_ONCE) {
      const rows = await this.#db(TABLE)
        .whereIn('scope', scopes.slice(i, i + MOST_AT_ONCE))
        .select<{ scope: string; said: string }[]>('scope', 'said');
      rows.forEach(({ scope, said }) => told.set(scope, said));
    }
    return told;
  }

  /** What is told and not taken back, of everything whose name begins so. */
  async standing(prefix: string): Promise<Map<string, string>> {
    const rows = await this.#db(TABLE)
      .where('scope', 'like', `${prefix}%`)
      .whereNot({ said: '' })
      .select<{ scope: string; said: string }[]>('scope', 'said');
    return new Map(rows.map(({ scope, said }) => [scope, said]));
  }

  /**
   * Notes what is about to be told, if what was told last is still that.
   *
   * @param from - empty when nothing was told
   * @returns whether it was; of several portals at once, one wins
   */
  async claim(scope: string, from: string, to: string): Promise<boolean> {
    const changed = await this.#db(TABLE)
      .where({ scope, said: from })
      .update({ said: to });
    if (changed > 0) {
      return true;
    }
    if (from !== '') {
      return false;
    }
    const inserted = await this.#db(TABLE)
      .insert({ scope, said: to })
      .onConflict('scope')
      .ignore()
      .returning('scope');
    return inserted.length > 0;
  }
}
