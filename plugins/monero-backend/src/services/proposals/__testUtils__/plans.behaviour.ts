import { mockServices } from '@backstage/backend-test-utils';
import type { ProposalFilter } from '@monero-portal/plugin-monero-common';
import type { Knex } from 'knex';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { insertMany } from '../../../testing/manyRows';
import { ProposalStore } from '../ProposalStore';

const COUNT = 10_000;

/** In the order of ids, from the newest, until the page is full. */
const PRIMARY = /proposals_pkey|SCAN proposals"|INTEGER PRIMARY KEY/;
/** Reads more than the page. */
const SORTED = /Seq Scan|"Sort|TEMP B-TREE/;

/** The statements that the store sends while it runs, and what the database makes of each. */
async function plansOf(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<string> {
  const queries: { sql: string; bindings: Knex.RawBinding[] }[] = [];
  const note = (query: (typeof queries)[number]) => queries.push(query);
  knex.on('query', note);
  await run();
  knex.off('query', note);
  const explain =
    knex.client.config.client === 'pg' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  const plans = await Promise.all(
    queries.map(({ sql, bindings }) =>
      // Knex numbers the parameters of PostgreSQL before it tells of them.
      knex.raw(`${explain} ${sql.replace(/\$\d+/g, '?')}`, bindings),
    ),
  );
  return JSON.stringify(plans.map(plan => plan.rows ?? plan));
}

/** How the database answers when there are many proposals, whatever the database. */
export function plansBehaviour(database: TestDatabase): void {
  describe(`10,000 proposals on ${database.name}`, () => {
    let knex: Knex;
    let store: ProposalStore;

    beforeAll(async () => {
      ({ knex } = await database.open());
      store = await ProposalStore.create(
        mockServices.database({ knex, migrations: { skip: false } }),
      );
      await insertMany(knex, COUNT);
      await knex.raw('ANALYZE');
    });

    afterAll(() => database.close());

    it.each<[string, ProposalFilter, RegExp]>([
      ['newest', {}, PRIMARY],
      ['a page in the middle', { before: 5000 }, PRIMARY],
      ['merged', { state: 'merged' }, PRIMARY],
      ['rare owner', { owner: 'group:default/rare' }, /proposals_owner_id_idx/],
      ['open', { state: 'open' }, /proposals_open_idx/],
      ['conflicts', { state: 'conflict' }, /proposals_open_idx/],
      ['closed', { state: 'closed' }, /proposals_closed_idx/],
      [
        'one object',
        { cluster: 'c1', namespace: 'monero', name: 'web-11' },
        /proposals_object_id_idx/,
      ],
    ])('finds its way by an index: %s', async (_, filter, index) => {
      const plans = await plansOf(knex, () => store.list(filter));
      expect(plans).toMatch(index);
      expect(plans).not.toMatch(SORTED);
    });

    it('finds those that are followed, and what a draft asks, by indexes', async () => {
      const active = await plansOf(knex, () => store.listActive());
      expect(active).toMatch(/proposals_open_idx/);
      expect(active).toMatch(/proposals_following_idx/);
      const drafting = await plansOf(knex, async () => {
        await store.branchTaken('monero/web-11', 1);
        await store.findSame({ openKey: 'a', requestKey: 'b' });
      });
      expect(`${active}${drafting}`).not.toMatch(/SCAN proposals"/);
      expect(`${active}${drafting}`).not.toMatch(SORTED);
    });

    it('pages through all of them', async () => {
      let seen = 0;
      let before: number | undefined;
      do {
        const page = await store.list({ limit: 500, before });
        seen += page.rows.length;
        before = page.before;
      } while (before !== undefined);
      expect(seen).toBe(COUNT);
    });
  });
}
