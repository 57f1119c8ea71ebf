import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { newRow } from '../../../testing/rows';
import { ProposalStore } from '../../proposals/ProposalStore';
import { NoticeStore } from '../NoticeStore';

/** How what was told is kept, whatever the database. */
export function noticeStoreBehaviour(database: TestDatabase): void {
  describe(`the notices on ${database.name}`, () => {
    afterEach(() => database.close());

    async function setup() {
      const { knex, other } = await database.open();
      const proposals = await ProposalStore.create(
        mockServices.database({ knex, migrations: { skip: false } }),
      );
      return {
        knex,
        proposals,
        store: new NoticeStore(knex),
        beside: new NoticeStore(other),
      };
    }

    it('keeps what was told last, and not what was never told', async () => {
      const { store, beside } = await setup();
      expect(await store.claim('a', '', 'Forked')).toBe(true);
      expect(await beside.claim('a', 'Forked', '')).toBe(true);
      expect(await store.claim('a', '', 'Stuck')).toBe(true);
      expect(await store.told(['a', 'b'])).toEqual(new Map([['a', 'Stuck']]));
    });

    it('lets nobody go on from what is not told any more', async () => {
      const { store, beside } = await setup();
      await store.claim('a', '', 'Forked');
      expect(await beside.claim('a', '', 'Forked')).toBe(false);
      expect(await beside.claim('a', 'Stuck', '')).toBe(false);
      expect(await beside.claim('new', 'Stuck', '')).toBe(false);
      expect(await store.told(['a', 'new'])).toEqual(
        new Map([['a', 'Forked']]),
      );
    });

    it('lets one of many portals tell the same', async () => {
      const { store, beside } = await setup();
      const race = (from: string, to: string) =>
        Promise.all(
          Array.from({ length: 8 }, (_, i) =>
            (i % 2 ? store : beside).claim('a', from, to),
          ),
        );
      const winners = async (from: string, to: string) =>
        (await race(from, to)).filter(Boolean).length;
      expect(await winners('', 'Forked')).toBe(1);
      expect(await winners('Forked', '')).toBe(1);
      expect(await winners('', 'Stuck')).toBe(1);
    });

    it('finds what stands, by what its names begin with', async () => {
      const { store } = await setup();
      await store.claim('finding/a', '', 'Forked');
      await store.claim('finding/b', '', 'Forked');
      await store.claim('finding/b', 'Forked', '');
      await store.claim('proposal/1', '', 'merged');
      expect(await store.standing('finding/')).toEqual(
        new Map([['finding/a', 'Forked']]),
      );
    });

    it('tells of thousands', async () => {
      const { store } = await setup();
      await store.claim('s/1234', '', 'x');
      const scopes = Array.from({ length: 3_000 }, (_, i) => `s/${i}`);
      expect(await store.told(scopes)).toEqual(new Map([['s/1234', 'x']]));
      expect(await store.told([])).toEqual(new Map());
    });

    it('takes proposals that were there before for told', async () => {
      const { knex, proposals, store } = await setup();
      const { row } = await proposals.draft(newRow());
      const { row: draft } = await proposals.draft(newRow());
      await proposals.update(row.id, ['drafting'], { state: 'proposed' });
      const directory = resolve(__dirname, '../../../../migrations');
      await knex.migrate.down({ directory, name: '20261129_notices.js' });
      await knex.migrate.up({ directory });
      expect(
        await store.told([`proposal/${row.id}`, `proposal/${draft.id}`]),
      ).toEqual(new Map([[`proposal/${row.id}`, 'proposed']]));
    });
  });
}
