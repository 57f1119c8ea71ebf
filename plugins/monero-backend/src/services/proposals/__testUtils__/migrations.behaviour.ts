import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { ProposalStore } from '../ProposalStore';

const directory = resolve(__dirname, '../../../../migrations');
const names = readdirSync(directory).sort();

/** A proposal with what the first migration has columns for. */
const oldest = {
  title: 'Add web',
  cluster: 'dev',
  namespace: 'monero',
  name: 'web',
  kind: 'MoneroNodeSet',
  operation: 'create',
  proposed_by: 'user:default/guest',
  created_at: '2026-03-01T12:00:00.000Z',
  state: 'proposed',
  manifest: 'kind: MoneroNodeSet\n',
  content_hash: 'c0ffee',
  open_key: 'key',
  path: 'web.yaml',
  branch: 'monero/web',
  target_branch: 'main',
  base_commit: 'b',
  head: 'a',
};

/** How the migrations behave, whatever the database. */
export function migrationsBehaviour(database: TestDatabase): void {
  describe(`migrations on ${database.name}`, () => {
    afterEach(() => database.close());

    async function upTo(knex: Knex, count: number): Promise<void> {
      for (let i = 0; i < count; i++) await knex.migrate.up({ directory });
    }

    const latest = (knex: Knex) =>
      ProposalStore.create(
        mockServices.database({ knex, migrations: { skip: false } }),
      );

    it.each(names.map((name, i) => [name, i + 1] as const))(
      'keep what was stored as of %s',
      async (_, count) => {
        const { knex } = await database.open();
        await upTo(knex, count);
        await knex('proposals').insert(oldest);
        const store = await latest(knex);
        const { rows } = await store.list({});
        expect(rows).toEqual([
          expect.objectContaining({
            title: 'Add web',
            openKey: 'key',
            requestKey: null,
            prNumber: null,
          }),
        ]);
        expect(await store.get(rows[0].id)).toMatchObject({
          manifest: oldest.manifest,
        });
      },
    );

    it('go down step by step, keep the proposals until the last, and up again', async () => {
      const { knex } = await database.open();
      await latest(knex);
      await knex('proposals').insert(oldest);
      for (const name of names.slice(1).reverse()) {
        const [, [undone]] = await knex.migrate.down({ directory });
        expect(undone).toContain(name);
        expect(await knex('proposals').first('title')).toEqual({
          title: 'Add web',
        });
      }
      await upTo(knex, names.length - 1);
      expect(await knex('proposals').first('title')).toEqual({
        title: 'Add web',
      });
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('proposals')).toBe(false);
    });

    it('run once when two portals start together', async () => {
      const { knex, other } = await database.open();
      await latest(knex);
      await Promise.all([latest(knex), latest(other)]);
      expect(await knex('knex_migrations').count({ n: '*' })).toEqual([
        expect.objectContaining({ n: expect.anything() }),
      ]);
      const [{ n }] = await knex('knex_migrations').count({ n: '*' });
      expect(Number(n)).toBe(names.length);
    });
  });
}
