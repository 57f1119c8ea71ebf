import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { HistoryStore } from '../HistoryStore';
import type { HistoryRecord } from '../recordsOf';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.parse('2026-03-01T12:00:00Z');
const seconds = (time: number) => time / 1000;

const record = (
  pod: string,
  values: HistoryRecord['values'],
  cluster = 'dev',
): HistoryRecord => ({ cluster, namespace: 'monero', pod, values });

/** How the tables of history behave, whatever the database. */
export function historyStoreBehaviour(database: TestDatabase): void {
  describe(`the history on ${database.name}`, () => {
    let knex: Knex;
    let store: HistoryStore;
    let other: HistoryStore;

    beforeEach(async () => {
      const pair = await database.open();
      knex = pair.knex;
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@monero-portal/plugin-monero-backend',
          'migrations',
        ),
      });
      store = new HistoryStore(knex);
      other = new HistoryStore(pair.other);
    });

    afterEach(() => database.close());

    const read = (pods: string[], from: number, step: number) =>
      store.read({ cluster: 'dev', namespace: 'monero' }, pods, {
        from: seconds(from),
        step,
      });

    it('tells what was written, by pod and time, and nothing of others', async () => {
      await store.write(
        [
          record('web-1', { peersIn: 3 }),
          record('web-0', { peersIn: 1, freeBytes: 2 ** 43 }),
          record('web-2', { peersIn: 7 }),
          record('web-0', { peersIn: 9 }, 'prod'),
        ],
        NOW,
      );
      await store.write([record('web-0', { blocksBehind: 0 })], NOW + MINUTE);
      expect(await read(['web-0', 'web-1', 'none'], NOW, 60)).toEqual([
        {
          pod: 'web-0',
          at: seconds(NOW),
          values: { peersIn: 1, freeBytes: 2 ** 43 },
        },
        {
          pod: 'web-0',
          at: seconds(NOW + MINUTE),
          values: { blocksBehind: 0 },
        },
        { pod: 'web-1', at: seconds(NOW), values: { peersIn: 3 } },
      ]);
    });

    it('is written once a minute, by whichever portal is first', async () => {
      await store.write([record('web-0', { peersIn: 1 })], NOW + 1_000);
      await other.write([record('web-0', { peersIn: 5 })], NOW + 59_000);
      expect(await read(['web-0'], NOW, 60)).toEqual([
        { pod: 'web-0', at: seconds(NOW), values: { peersIn: 1 } },
      ]);
    });

    it('tells means over longer steps, of what was measured', async () => {
      await store.write([record('web-0', { peersIn: 1 })], NOW);
      await store.write([record('web-0', { peersIn: 4 })], NOW + MINUTE);
      await store.write([record('web-0', {})], NOW + 2 * MINUTE);
      await store.write([record('web-0', { peersIn: 9 })], NOW + 5 * MINUTE);
      expect(await read(['web-0'], NOW, 300)).toEqual([
        { pod: 'web-0', at: seconds(NOW), values: { peersIn: 2.5 } },
        { pod: 'web-0', at: seconds(NOW + 5 * MINUTE), values: { peersIn: 9 } },
      ]);
    });

    it('writes thousands of pods at a time', async () => {
      const pods = Array.from({ length: 2500 }, (_, index) => `p-${index}`);
      await store.write(
        pods.map((pod, index) => record(pod, { peersIn: index })),
        NOW,
      );
      const found = await read(['p-0', 'p-1700', 'p-2499'], NOW, 60);
      expect(found.map(({ values }) => values.peersIn)).toEqual([
        0, 1700, 2499,
      ]);
    });

    it('keeps minutes for a week, quarters of an hour for 90 days, and no pod without either', async () => {
      const old = NOW - 8 * DAY;
      for (let minute = 0; minute < 20; minute += 1) {
        await store.write(
          [record('web-0', { peersIn: minute, freeBytes: 100 })],
          old + minute * MINUTE,
        );
      }
      await store.write([record('web-0', { peersIn: 50 })], NOW - 6 * DAY);
      await store.write([record('gone-0', { peersIn: 50 })], NOW - 91 * DAY);
      await store.compact(NOW);
      await store.compact(NOW);
      expect(await read(['web-0', 'gone-0'], old, 60)).toEqual([
        {
          pod: 'web-0',
          at: seconds(old),
          values: { peersIn: 7, freeBytes: 100 },
        },
        {
          pod: 'web-0',
          at: seconds(old) + 900,
          values: { peersIn: 17, freeBytes: 100 },
        },
        {
          pod: 'web-0',
          at: seconds(NOW - 6 * DAY),
          values: { peersIn: 50 },
        },
      ]);
      expect(await knex('history_pods').pluck('pod')).toEqual(['web-0']);
      // A pod that comes again is written again, by portals that knew it too.
      await store.write([record('gone-0', { peersIn: 2 })], NOW);
      expect(await read(['gone-0'], NOW, 60)).toHaveLength(1);
    });

    it('tells how far each pod was behind at most, wherever it runs', async () => {
      await store.write([record('web-0', { blocksBehind: 900 })], NOW - MINUTE);
      await store.write(
        [
          record('web-0', { blocksBehind: 2 }),
          record('web-0', { blocksBehind: 7 }, 'prod'),
          record('rig-0', { hashrate: 1 }),
        ],
        NOW,
      );
      await store.write(
        [record('web-0', { blocksBehind: 184 }), record('web-1', {})],
        NOW + MINUTE,
      );
      await store.write(
        [record('web-0', { blocksBehind: 900 })],
        NOW + 2 * MINUTE,
      );
      const found = await store.worst(seconds(NOW), seconds(NOW + 2 * MINUTE));
      const pod = { namespace: 'monero', pod: 'web-0' };
      expect(found).toHaveLength(2);
      expect(found).toEqual(
        expect.arrayContaining([
          { ...pod, cluster: 'dev', blocksBehind: 184 },
          { ...pod, cluster: 'prod', blocksBehind: 7 },
        ]),
      );
    });

    it('sums up how free space went down over the last day', async () => {
      const gib = 2 ** 30;
      for (let hour = 30; hour >= 0; hour -= 1) {
        await store.write(
          [record('web-0', { freeBytes: (10 + hour) * gib })],
          NOW - hour * 60 * MINUTE,
        );
      }
      await store.write([record('web-1', { peersIn: 1 })], NOW);
      const trends = await store.trends(NOW);
      expect(trends).toHaveLength(1);
      expect(trends[0]).toMatchObject({
        cluster: 'dev',
        namespace: 'monero',
        pod: 'web-0',
        sums: { count: 25, oldest: 24, x: -300, y: 25 * 10 + 300 },
      });
    });
  });
}
