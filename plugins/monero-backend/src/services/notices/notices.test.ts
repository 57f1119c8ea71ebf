import { mockServices } from '@backstage/backend-test-utils';
import type { Finding } from '@monero-portal/plugin-monero-common';
import { sqlite } from '../../__testUtils__/databases';
import { healthWith, NOW, newRow } from '../../testing/rows';
import { ProposalStore } from '../proposals/ProposalStore';
import { FindingNotices } from './FindingNotices';
import { Messenger } from './Messenger';
import { NoticeStore } from './NoticeStore';
import { ProposalNotices } from './ProposalNotices';

const database = sqlite();
const MINUTE = 60_000;
const key = {
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'monero',
  name: 'web',
} as const;

const forked: Finding = {
  code: 'Forked',
  severity: 'critical',
  pod: 'web-1',
  what: 'web-1 follows another chain',
  evidence: 'It has another hash.',
  next: 'Wait.',
  since: new Date(NOW).toISOString(),
};
const FORKED = 'Node set web in dev: web-1 follows another chain';
const WELL = 'Node set web in dev is well again';

describe('notices', () => {
  let now: number;

  beforeEach(() => {
    now = NOW;
  });

  afterEach(() => database.close());

  async function setup() {
    const { knex } = await database.open();
    const proposals = await ProposalStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    const sent: string[] = [];
    const send = jest.fn(async ({ payload }) => {
      sent.push(payload.title);
    });
    const logger = mockServices.logger.mock();
    const store = new NoticeStore(knex);
    const common = { now: () => now };
    /** As another portal, or the same after a restart, has it. */
    const portal = () => {
      const messenger = new Messenger({
        ...{ notifications: { send }, store, logger, timeoutMs: 50 },
        ...common,
      });
      const say = jest.spyOn(messenger, 'say');
      const findings = new FindingNotices({
        ...{ store, messenger, ...common },
        settings: {
          severity: 'critical',
          afterMs: 5 * MINUTE,
          clearMs: 2 * MINUTE,
        },
      });
      return {
        messenger,
        findings,
        notices: new ProposalNotices({
          ...{ proposals, store, messenger, ...common },
          clusters: { get: () => undefined },
        }),
        /** Looks, and waits until all that follows is done. */
        async look(
          health: Parameters<FindingNotices['seen']>[1],
          which: Parameters<FindingNotices['seen']>[0] = key,
        ) {
          findings.seen(which, health);
          await Promise.all(say.mock.results.map(({ value }) => value));
          await new Promise(setImmediate);
        },
      };
    };
    return { proposals, store, sent, send, logger, portal };
  }

  /** A portal that knows what was told: the first look of all only loads it. */
  async function looking() {
    const world = await setup();
    const first = world.portal();
    await first.look(healthWith());
    return { ...world, ...first };
  }

  const sick = healthWith({ findings: [forked] });

  it('tell once what lasts, and once that it is over', async () => {
    const { sent, look } = await looking();
    for (const minute of [0, 2, 4, 5, 5.1, 6, 7]) {
      now = NOW + minute * MINUTE;
      await look(sick);
    }
    expect(sent).toEqual([FORKED]);
    for (const minute of [8, 8.9, 9.1, 9.2, 20]) {
      now = NOW + minute * MINUTE;
      await look(healthWith());
    }
    expect(sent).toEqual([FORKED, WELL]);
  });

  it('call nothing over while nobody measures, and tell what is found otherwise', async () => {
    const { sent, look } = await looking();
    now += 5 * MINUTE;
    await look(sick);
    const measuringAway = {
      since: new Date(now).toISOString(),
      reason: 'Away.',
    };
    const crashing: Finding = {
      ...forked,
      code: 'CrashLoop',
      pod: 'web-0',
      what: 'web-0 ends again and again',
      since: new Date(now).toISOString(),
    };
    for (const minute of [6, 8, 10, 12]) {
      now = NOW + minute * MINUTE;
      await look(healthWith({ findings: [crashing], measuringAway }));
    }
    expect(sent).toEqual([
      FORKED,
      expect.stringContaining('web-0 ends again and again'),
    ]);
    now = NOW + 30 * MINUTE;
    await look(healthWith({ measuringAway }));
    expect(sent).toHaveLength(2);
    for (const minute of [31, 34]) {
      now = NOW + minute * MINUTE;
      await look(healthWith());
    }
    expect(sent.slice(2)).toEqual([WELL]);
  });

  it('tell nothing again after a restart, nor that it is over before they have looked', async () => {
    const { sent, look, portal } = await looking();
    now += 5 * MINUTE;
    await look(sick);
    const restarted = portal();
    await restarted.look(healthWith());
    await restarted.look(healthWith());
    await restarted.look(sick);
    expect(sent).toEqual([FORKED]);
    now += 2 * MINUTE + 1;
    await restarted.look(healthWith());
    expect(sent).toEqual([FORKED, WELL]);
  });

  it('are told by one of two portals side by side', async () => {
    const { sent, look, portal } = await looking();
    const beside = portal();
    await beside.look(healthWith());
    now += 5 * MINUTE;
    await Promise.all([look(sick), beside.look(sick)]);
    now += 3 * MINUTE;
    await Promise.all([look(healthWith()), beside.look(healthWith())]);
    await look(healthWith());
    expect(sent).toEqual([FORKED, WELL]);
  });

  it('leave what a member of a network suffers to the network', async () => {
    const { sent, look } = await looking();
    now += 10 * MINUTE;
    const stalled = {
      ...forked,
      code: 'Stalled' as const,
      pod: undefined,
      what: 'The operator cannot go on',
    };
    await look(healthWith({ memberOf: 'net', findings: [forked] }));
    expect(sent).toEqual([]);
    await look(healthWith({ memberOf: 'net', findings: [forked, stalled] }));
    expect(sent).toEqual(['Node set web in dev: The operator cannot go on']);
  });

  it('say nothing of what is not current', async () => {
    const { sent, look } = await looking();
    now += 5 * MINUTE;
    await look(healthWith({ stale: true, findings: [forked] }));
    expect(sent).toEqual([]);
    await look(sick);
    now += 60 * MINUTE;
    await look(healthWith({ stale: true }));
    expect(sent).toEqual([FORKED]);
  });

  it('tell that what was sick is gone', async () => {
    const { sent, look } = await looking();
    now += 5 * MINUTE;
    await look(sick);
    await look(undefined);
    await look(undefined);
    expect(sent).toEqual([FORKED, 'Node set web in dev is gone']);
  });

  it('try again what could not be sent, ever less often, and complain once', async () => {
    const { sent, send, look, logger, store } = await looking();
    send.mockRejectedValue(new Error('503'));
    for (let minute = 5; minute < 60; minute += 0.1) {
      now = NOW + minute * MINUTE;
      await look(sick);
    }
    // At once, after 30 s, 1, 2, 4 and 8 minutes, then every 15.
    expect(send).toHaveBeenCalledTimes(8);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /^Owners cannot be notified: 503 Is the notifications plugin/,
    );
    expect(await store.standing('')).toEqual(new Map());
    send.mockImplementation(async ({ payload }) => {
      sent.push(payload.title);
    });
    now += 15 * MINUTE;
    await look(sick);
    await look(sick);
    expect(sent).toEqual([FORKED]);
  });

  it('do not wait for who does not answer', async () => {
    const { send, look, logger } = await looking();
    send.mockImplementation(() => new Promise(() => {}));
    now += 5 * MINUTE;
    await look(sick);
    expect(logger.warn.mock.calls[0][0]).toContain('no answer within 0.05 s');
  });

  it('tell each stage of a proposal once, by whichever portal', async () => {
    const { proposals, portal, sent } = await setup();
    const { row } = await proposals.draft(newRow());
    const [one, two] = [portal().notices, portal().notices];
    const both = async () => {
      one.changed(row.id);
      two.changed(row.id);
      await Promise.all([one.sweep(), two.sweep()]);
    };
    await both();
    expect(sent).toEqual([]);
    await proposals.update(row.id, ['drafting'], { state: 'proposed' });
    await both();
    await both();
    expect(sent).toEqual(['Waits for review: Add web']);
    await proposals.update(row.id, ['proposed'], { state: 'closed' });
    await both();
    await portal().notices.sweep();
    expect(sent).toEqual(['Waits for review: Add web', 'Closed: Add web']);
  });

  it('tell of a proposal later that could not be told, though nothing follows it any more', async () => {
    const { proposals, portal, send } = await setup();
    const { row } = await proposals.draft(newRow());
    await proposals.update(row.id, ['drafting'], { state: 'closed' });
    const { notices } = portal();
    send.mockRejectedValueOnce(new Error('503'));
    notices.changed(row.id);
    await notices.sweep();
    expect(send).toHaveBeenCalledTimes(1);
    now += 31_000;
    await notices.sweep();
    await notices.sweep();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('are not lost when the database is away for a moment', async () => {
    const { proposals, portal, sent } = await setup();
    const { row } = await proposals.draft(newRow());
    await proposals.update(row.id, ['drafting'], { state: 'closed' });
    const { notices } = portal();
    jest.spyOn(proposals, 'get').mockRejectedValueOnce(new Error('gone away'));
    notices.changed(row.id);
    await notices.sweep();
    expect(sent).toEqual(['Closed: Add web']);
  });
});
