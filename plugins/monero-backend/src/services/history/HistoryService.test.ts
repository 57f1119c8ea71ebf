import { mockServices } from '@backstage/backend-test-utils';
import { healthOf } from '../../testing/health';
import { healthWith } from '../../testing/rows';
import { HistoryService } from './HistoryService';
import { recordsOf } from './recordsOf';

const NOW = Date.parse('2026-03-01T12:00:30Z');
const iso = (secondsAgo: number) =>
  new Date(NOW - secondsAgo * 1000).toISOString();

function setup() {
  const store = {
    write: jest.fn(async () => {}),
    read: jest.fn(),
    trends: jest.fn(),
    compact: jest.fn(async () => {}),
  };
  store.read.mockResolvedValue([]);
  store.trends.mockResolvedValue([]);
  const logger = mockServices.logger.mock();
  let now = NOW;
  const health = healthOf(healthWith());
  const history = new HistoryService({
    store,
    health,
    logger,
    now: () => now,
  });
  return {
    store,
    logger,
    history,
    health,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('recordsOf', () => {
  const node = healthWith().nodes[0];
  const found = (change: Partial<typeof node>) =>
    recordsOf(
      healthOf({ ...healthWith(), nodes: [{ ...node, ...change }] }),
      NOW,
    );

  it('takes what was measured just now, and leaves out what is unknown', () => {
    const [record] = found({
      sampledAt: iso(5),
      peersIn: 0,
      peersOut: undefined,
      blocksBehind: 3,
    });
    expect(record.pod).toBe(node.pod);
    expect(record.values).toMatchObject({ peersIn: 0, blocksBehind: 3 });
    expect(record.values).not.toHaveProperty('peersOut');
  });

  it('leaves a gap for what is silent, and for what was never heard', () => {
    expect(found({ sampledAt: iso(120), peersIn: 4 })).toEqual([]);
    expect(found({ sampledAt: undefined, peersIn: 4 })).toEqual([]);
  });
});

describe('HistoryService', () => {
  it('tells series of one length, with gaps, the last step being that of now', async () => {
    const { store, history } = setup();
    const last = Date.parse('2026-03-01T12:00:00Z') / 1000;
    store.read.mockResolvedValue([
      { pod: 'web-0', at: last - 120, values: { peersIn: 1 } },
      { pod: 'web-0', at: last, values: { peersIn: 3, peersOut: 12 } },
    ]);
    const pods = ['web-0', 'web-1'];
    const answer = await history.read(
      { cluster: 'dev', namespace: 'monero', pods },
      { hours: 1, points: 60 },
    );
    expect(answer).toMatchObject({
      from: '2026-03-01T11:01:00.000Z',
      stepSeconds: 60,
    });
    const [first, second] = answer.pods;
    expect(first.series.peersIn).toHaveLength(60);
    expect(first.series.peersIn?.slice(-3)).toEqual([1, null, 3]);
    expect(first.series.peersOut?.slice(-3)).toEqual([null, null, 12]);
    expect(second).toEqual({ pod: 'web-1', series: {} });
  });

  it('ends with the minute before while this one has not been written, and tells of silence after it', async () => {
    const { store, history } = setup();
    const last = Date.parse('2026-03-01T12:00:00Z') / 1000;
    const read = async (...minutesAgo: number[]) => {
      store.read.mockResolvedValue(
        minutesAgo.map(minutes => ({
          pod: 'web-0',
          at: last - minutes * 60,
          values: { peersIn: minutes },
        })),
      );
      const { from, pods } = await history.read(
        { cluster: 'dev', namespace: 'monero', pods: ['web-0'] },
        { hours: 1, points: 60 },
      );
      const { peersIn } = pods[0].series;
      return { from, first: peersIn?.[0], last: peersIn?.slice(-2) };
    };
    expect(await read(60, 2, 1)).toEqual({
      from: '2026-03-01T11:00:00.000Z',
      first: 60,
      last: [2, 1],
    });
    expect(await read(60, 1, 0)).toEqual({
      from: '2026-03-01T11:01:00.000Z',
      first: null,
      last: [1, 0],
    });
    expect(await read(2)).toMatchObject({ last: [2, null] });
  });

  it('asks for steps that keep a series within its points', async () => {
    const { store, history } = setup();
    const { stepSeconds } = await history.read(
      { cluster: 'dev', namespace: 'monero', pods: ['web-0'] },
      { hours: 168, points: 240 },
    );
    expect(stepSeconds).toBe(42 * 60);
    const [, , { from, step }] = store.read.mock.calls[0];
    expect(step).toBe(42 * 60);
    expect(from % step).toBe(0);
  });

  it('foretells, now and then, when volumes are full', async () => {
    const { store, history, pass } = setup();
    const sums = {
      count: 25,
      x: -300,
      y: 550,
      xx: 4900,
      xy: -7900,
      oldest: 24,
    };
    store.trends.mockResolvedValue([
      { cluster: 'dev', namespace: 'monero', pod: 'web-0', sums },
    ]);
    const pod = { namespace: 'monero', metadata: { name: 'web-0' } };
    expect(history.diskFullAt('dev', pod)).toBeUndefined();
    await history.record();
    const full = Date.parse(history.diskFullAt('dev', pod) ?? '');
    // 10 GiB are left, and one is used in an hour.
    expect((full - NOW) / 3_600_000).toBeCloseTo(10, 5);
    await history.record();
    expect(store.trends).toHaveBeenCalledTimes(1);
    pass(11 * 60_000);
    await history.record();
    expect(store.trends).toHaveBeenCalledTimes(2);
    expect(history.diskFullAt('prod', pod)).toBeUndefined();
  });

  it('says that a minute is lost, and goes on', async () => {
    const { store, logger, history } = setup();
    store.write.mockRejectedValueOnce(new Error('disk full'));
    await history.record();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('disk full'),
    );
    await history.record();
    expect(store.write).toHaveBeenCalledTimes(2);
  });
});
