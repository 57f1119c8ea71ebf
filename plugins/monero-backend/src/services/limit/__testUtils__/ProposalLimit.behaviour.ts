import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { ProposalStore } from '../../proposals/ProposalStore';
import { ProposalLimit } from '../ProposalLimit';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const guest = 'user:default/guest';

/** How the limit behaves, whatever the database. */
export function proposalLimitBehaviour(database: TestDatabase): void {
  describe(`the limit of proposals on ${database.name}`, () => {
    let now = NOON;

    beforeEach(() => {
      now = NOON;
      jest.spyOn(Date, 'now').mockImplementation(() => now);
    });

    afterEach(async () => {
      jest.restoreAllMocks();
      await database.close();
    });

    async function setup(count = 3) {
      const { knex, other } = await database.open();
      await ProposalStore.create(
        mockServices.database({ knex, migrations: { skip: false } }),
      );
      const limit = { count, windowMs: 60 * MINUTE };
      return {
        portal: new ProposalLimit(knex, limit),
        restarted: () => new ProposalLimit(other, limit),
      };
    }

    async function take(limit: ProposalLimit, times: number, who = guest) {
      for (let i = 0; i < times; i++) await limit.take(who);
    }

    it('lets as many through as there may be, and says when there may be more', async () => {
      const { portal } = await setup();
      await take(portal, 1);
      now += 20 * MINUTE;
      await take(portal, 2);
      await expect(portal.take(guest)).rejects.toMatchObject({
        statusCode: 429,
        retryAfterSeconds: 40 * 60,
        message:
          'You have proposed 3 changes within 1 h, as many as this portal takes from one person. You can propose again in 40 min, at 13:00 UTC; nothing of this change was kept.',
      });
    });

    it('begins anew when the window is over, however often somebody tried meanwhile', async () => {
      const { portal } = await setup(1);
      await take(portal, 1);
      for (let i = 0; i < 5; i++) {
        now += 10 * MINUTE;
        await expect(portal.take(guest)).rejects.toThrow(
          'proposed 1 change within',
        );
      }
      now = NOON + 60 * MINUTE + 1;
      await take(portal, 1);
      await expect(portal.take(guest)).rejects.toMatchObject({
        retryAfterSeconds: 60 * 60,
      });
    });

    it('counts each by themselves, also those of very long names', async () => {
      const { portal } = await setup(1);
      const long = `service:${'x'.repeat(1_000)}`;
      await take(portal, 1);
      await take(portal, 1, long);
      await take(portal, 1, `${long}y`);
      await expect(portal.take(long)).rejects.toThrow(
        'proposed 1 change within',
      );
    });

    it('forgets nothing when the portal restarts', async () => {
      const { portal, restarted } = await setup();
      await take(portal, 2);
      const later = restarted();
      await take(later, 1);
      await expect(later.take(guest)).rejects.toThrow('proposed 3 changes');
    });

    it('is one for portals side by side: of ten at once as many win as may', async () => {
      const { portal, restarted } = await setup();
      const beside = restarted();
      const tried = await Promise.allSettled(
        Array.from({ length: 10 }, (_, i) =>
          (i % 2 ? portal : beside).take(guest),
        ),
      );
      const won = tried.filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(3);
    });
  });
}
