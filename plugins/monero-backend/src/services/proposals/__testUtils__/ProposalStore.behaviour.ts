import { mockServices } from '@backstage/backend-test-utils';
import type { ProposalFilter } from '@monero-portal/plugin-monero-common';
import type { Knex } from 'knex';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { ago, newRow } from '../../../testing/rows';
import type { ProposalRow } from '../ProposalRow';
import { passes, type Facts, type FactsCriteria } from '../../../permissions';
import { factsOf } from '../DefaultProposalService';
import { ProposalStore } from '../ProposalStore';

const create = (knex: Knex) =>
  ProposalStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );

/** What criteria say of one proposal, as the permission framework reads them. */
function satisfies(facts: Facts, criteria: FactsCriteria): boolean {
  if ('allOf' in criteria)
    return criteria.allOf.every(c => satisfies(facts, c));
  if ('anyOf' in criteria) return criteria.anyOf.some(c => satisfies(facts, c));
  if ('not' in criteria) return !satisfies(facts, criteria.not);
  return passes(facts, criteria);
}

/** How the table of proposals behaves, whatever the database. */
export function proposalStoreBehaviour(database: TestDatabase): void {
  describe(`the table of proposals on ${database.name}`, () => {
    let store: ProposalStore;
    let other: ProposalStore;

    beforeEach(async () => {
      const pair = await database.open();
      store = await create(pair.knex);
      other = await create(pair.other);
    });

    afterEach(() => database.close());

    /** Stores an open proposal. */
    async function opened(change: Partial<ProposalRow> = {}): Promise<number> {
      const { row } = await store.draft(newRow(change.openKey ?? undefined));
      const patch = { state: 'proposed' as const, head: 'a', ...change };
      await store.update(row.id, ['drafting'], patch);
      return row.id;
    }

    it('stores what a forge says without the one character that PostgreSQL refuses', async () => {
      const id = await opened({ prWaits: 'a\0b' });
      expect((await store.get(id))?.prWaits).toBe('ab');
    });

    /** Ids of all pages, newest first, as pages of that length. */
    async function pages(
      filter: ProposalFilter,
      covered?: FactsCriteria,
    ): Promise<number[][]> {
      const found: number[][] = [];
      let before: number | undefined;
      do {
        const page = await store.list({ ...filter, before }, covered);
        found.push(page.rows.map(({ id }) => id));
        before = page.before;
      } while (before !== undefined);
      return found;
    }

    it('gives back what was stored, every field of it', async () => {
      const draft = newRow('key');
      const { row, created } = await store.draft(draft);
      expect(created).toBe(true);
      expect(row).toMatchObject({ ...draft, state: 'drafting', head: null });
      expect(await store.get(row.id)).toEqual(row);
      const patch = {
        state: 'merged' as const,
        head: 'f'.repeat(40),
        mergedAt: ago(3),
        mergedBy: 'user:default/платформа',
        appliedGeneration: 2 ** 31 - 1,
        conflict: '“a” was changed 🙂',
      };
      expect(await store.update(row.id, ['drafting'], patch)).toBe(true);
      expect(await store.get(row.id)).toEqual({ ...row, ...patch });
    });

    it('keeps the longest values that are accepted elsewhere', async () => {
      const longest = {
        ...newRow('k'.repeat(300)),
        title: '🙂'.repeat(100),
        cluster: 'c'.repeat(63),
        namespace: 'n'.repeat(63),
        name: 'x'.repeat(63),
        kind: 'MoneroMiningNodeSet' as const,
        owner: 'o'.repeat(512),
        proposedBy: 'u'.repeat(512),
        requestKey: `${'u'.repeat(512)} ${'r'.repeat(300)}`,
        manifest: '🙂'.repeat(32 * 1024),
        path: 'p'.repeat(512),
        branch: 'b'.repeat(255),
      };
      const { row } = await store.draft(longest);
      expect(row).toMatchObject(longest);
      const patch = {
        prUrl: 'u'.repeat(1000),
        prWaits: 'w'.repeat(5000),
        conflict: 'c'.repeat(5000),
        mergedBy: 'm'.repeat(512),
        closedBy: 'm'.repeat(512),
      };
      await store.update(row.id, ['drafting'], patch);
      expect(await store.get(row.id)).toMatchObject(patch);
    });

    it.each([0, -1, 1.5, NaN, 2 ** 31, 1e15, Infinity])(
      'has no proposal %d',
      async id => {
        expect(await store.get(id)).toBeUndefined();
      },
    );

    it('makes one draft of a content, though many ask at once', async () => {
      const drafts = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? store : other).draft(newRow('same')),
        ),
      );
      expect(drafts.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(drafts.map(({ row }) => row.id)).size).toBe(1);
    });

    it('makes one draft of a request, whatever its content', async () => {
      const drafts = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (i % 2 ? store : other).draft({
            ...newRow(`content ${i}`),
            requestKey: 'user:default/guest task-1',
          }),
        ),
      );
      expect(drafts.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(drafts.map(({ row }) => row.id)).size).toBe(1);
    });

    it('gives simultaneous drafts ids of their own', async () => {
      const drafts = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          (i % 2 ? store : other).draft(newRow(`content ${i}`)),
        ),
      );
      expect(new Set(drafts.map(({ row }) => row.id)).size).toBe(50);
      const stored = await Promise.all(
        drafts.map(({ row }) => store.get(row.id)),
      );
      expect(stored).toEqual(drafts.map(({ row }) => row));
    });

    it('lets one of many who end a proposal win', async () => {
      const id = await opened();
      const tried = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? store : other).update(id, ['proposed', 'conflict'], {
            state: i % 3 ? 'merged' : 'closed',
            mergedBy: `user:default/u${i}`,
          }),
        ),
      );
      expect(tried.filter(Boolean)).toHaveLength(1);
      const row = await store.get(id);
      expect(row?.mergedBy).toBe(`user:default/u${tried.indexOf(true)}`);
    });

    it('may propose the same content again once the first is closed', async () => {
      const id = await opened({ openKey: 'key' });
      await store.update(id, ['proposed'], { state: 'closed', openKey: null });
      const { row, created } = await store.draft(newRow('key'));
      expect({ created, same: row.id === id }).toEqual({
        created: true,
        same: false,
      });
    });

    it('lists full pages, newest first, without drafts', async () => {
      const ids: number[] = [];
      for (let i = 0; i < 25; i++) {
        ids.unshift(await opened());
        await store.draft(newRow());
      }
      expect(await pages({ limit: 10 })).toEqual([
        ids.slice(0, 10),
        ids.slice(10, 20),
        ids.slice(20),
      ]);
      expect(await pages({ limit: 25 })).toEqual([ids]);
    });

    it.each<[string, ProposalFilter, (row: ProposalRow) => boolean]>([
      [
        'owner',
        { owner: 'group:default/a' },
        r => r.owner === 'group:default/a',
      ],
      ['an owner in other letters', { owner: 'group:default/A' }, () => false],
      ['cluster', { cluster: 'dev' }, r => r.cluster === 'dev'],
      ['kind', { kind: 'MoneroNetwork' }, r => r.kind === 'MoneroNetwork'],
      ['state', { state: 'merged' }, r => r.state === 'merged'],
      [
        'open',
        { state: 'open' },
        r => r.state === 'proposed' || r.state === 'conflict',
      ],
      [
        'object',
        { cluster: 'dev', namespace: 'monero', name: 'web' },
        r => r.cluster === 'dev' && r.name === 'web',
      ],
      ['a sign of patterns', { name: 'w%' }, () => false],
      ['what would end a text', { name: "w' OR 1=1 --" }, () => false],
      ['nothing that is stored', { owner: 'group:default/none' }, () => false],
    ])('pages by %s', async (_, filter, matches) => {
      const rows = await mixed();
      const ids = rows.filter(matches).map(({ id }) => id);
      expect((await pages({ ...filter, limit: 3 })).flat()).toEqual(ids);
    });

    it('follows what is open or not yet in sync, oldest first', async () => {
      const open = await opened();
      const synced = await opened({ state: 'merged', inSyncAt: ago(1) });
      const merged = await opened({ state: 'merged' });
      const overtaken = await opened({ state: 'merged', supersededBy: 7 });
      const conflict = await opened({ state: 'conflict' });
      await opened({ state: 'closed' });
      const ids = (await store.listActive()).map(({ id }) => id);
      expect(ids).toEqual([open, merged, conflict]);
      const [row] = await store.listActive();
      const { manifest: _, ...expected } = (await store.get(open)) ?? {};
      expect(row).toEqual(expected);
      expect(ids).not.toContain(synced);
      expect(ids).not.toContain(overtaken);
    });

    it('finds the retirement after a proposal, by time and not by letters', async () => {
      const first = await opened({ state: 'merged', mergedAt: ago(100) });
      const gone = await opened({
        ...{ state: 'merged', operation: 'retire', mergedAt: ago(50) },
      });
      const later = await opened({ state: 'merged', mergedAt: ago(10) });
      const after = async (id: number) => {
        const row = await store.get(id);
        return row && (await store.retiredAfter(row))?.id;
      };
      expect(await after(first)).toBe(gone);
      expect(await after(later)).toBeUndefined();
    });

    it.each<[string, FactsCriteria]>([
      ['an owner', { field: 'owner', values: ['group:default/a'] }],
      ['no owner at all', { field: 'owner', values: [] }],
      [
        'not an owner',
        { not: { field: 'owner', values: ['group:default/a'] } },
      ],
      [
        'a cluster and an owner',
        {
          allOf: [
            { field: 'cluster', values: ['dev'] },
            { field: 'owner', values: ['group:default/a', 'group:default/b'] },
          ],
        },
      ],
      [
        'a namespace, or a cluster without an owner',
        {
          anyOf: [
            { field: 'namespace', values: ['none'] },
            {
              allOf: [
                { field: 'cluster', values: ['prod'] },
                { not: { field: 'owner', values: ['group:default/b'] } },
              ],
            },
          ],
        },
      ],
      ['who proposed', { field: 'proposedBy', values: ['user:default/guest'] }],
      ['somebody else', { field: 'proposedBy', values: ["' OR 1=1"] }],
    ])('has full pages of what a permission covers: %s', async (_, covered) => {
      const rows = await mixed();
      const isCovered = (row: ProposalRow) => satisfies(factsOf(row), covered);
      const ids = rows.filter(isCovered).map(({ id }) => id);
      const found = await pages({ limit: 4 }, covered);
      expect(found.flat()).toEqual(ids);
      expect(found.slice(0, -1).every(page => page.length === 4)).toBe(true);
      const merged = rows.filter(
        row => isCovered(row) && row.state === 'merged',
      );
      expect(
        (await pages({ state: 'merged', limit: 4 }, covered)).flat(),
      ).toEqual(merged.map(({ id }) => id));
    });

    /** Forty proposals of every owner, cluster, kind, name and state, newest first. */
    async function mixed(): Promise<ProposalRow[]> {
      const rows: ProposalRow[] = [];
      const states = ['proposed', 'conflict', 'merged', 'closed'] as const;
      for (let i = 0; i < 40; i++) {
        const id = await opened({
          owner: [null, 'group:default/a', 'group:default/b'][i % 3],
          cluster: i % 2 ? 'dev' : 'prod',
          kind: i % 5 ? 'MoneroNodeSet' : 'MoneroNetwork',
          name: i % 7 ? 'web' : 'api',
          state: states[i % 4],
        });
        const row = await store.get(id);
        if (row) rows.unshift(row);
      }
      return rows;
    }
  });
}
