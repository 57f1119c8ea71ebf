import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { podObject } from '../../testing/fakeKube';
import { observePod, type ObservedPod } from '../clusters/observed';
import { historyFor } from '../sampler';
import { parseMetrics } from '../sampler/parseMetrics';
import type { InstantAnswer, Series } from './PrometheusClient';
import { PrometheusError } from './PrometheusError';
import { pauseAfter, PrometheusSampler } from './PrometheusSampler';

const NOW = Date.parse('2026-03-01T12:00:00Z');
/** The clock of Prometheus is 100 seconds ahead of the portal's. */
const AHEAD = 100_000;
/** Everything that a real exporter says. */
const EXPORTER = readFileSync(
  join(__dirname, '../../../bench/health/exporter.txt'),
  'utf8',
);
const ALL_FAMILIES = new Set(
  [...EXPORTER.matchAll(/^(\w+)(?=[{ ])/gm)].map(([name]) => name),
);

const pod = (name: string, uid?: string): ObservedPod => {
  const observed = observePod(podObject(name, { uid }));
  if (!observed) throw new Error('not a pod of ours');
  return observed;
};

/** What Prometheus answers of a pod: everything, in any order, when it is up. */
function seriesOf(
  name: string,
  scrapedAt: number,
  { up = true, text = EXPORTER } = {},
): Series[] {
  const about = { namespace: 'monero', pod: name };
  const families = [...parseMetrics(text, ALL_FAMILIES)].flatMap(
    ([family, metrics]) =>
      metrics.map(({ labels, value }) => ({
        labels: { __name__: family, ...about, ...labels },
        value,
      })),
  );
  return [
    ...(up ? families.reverse() : []),
    { labels: { __name__: 'up', ...about }, value: up ? 1 : 0 },
    {
      labels: { ...about, portal: 'scraped_at' },
      value: (scrapedAt + AHEAD) / 1000,
    },
  ];
}

function setup(pods: ObservedPod[] = [pod('web-0'), pod('web-1')]) {
  let now = NOW;
  let answer: () => Partial<InstantAnswer> = () => ({});
  const queries: string[] = [];
  const told: string[] = [];
  const states: string[] = [];
  const logger = mockServices.logger.mock();
  const { signal } = new AbortController();
  const sampler: PrometheusSampler = new PrometheusSampler({
    cluster: 'dev',
    client: {
      query: async query => {
        queries.push(query);
        return { at: now + AHEAD, series: [], warnings: [], ...answer() };
      },
    },
    matchers: {},
    scrapeIntervalMs: 30_000,
    intervalMs: 5_000,
    pods: () => pods,
    onSample: each => told.push(each.metadata.name),
    onState: () => states.push(sampler.away() ? 'away' : 'back'),
    logger,
    now: () => now,
  });
  return {
    ...{ sampler, pods, queries, told, states, logger },
    /** A round so many seconds after the begin. */
    async at(seconds: number, answers: typeof answer) {
      now = NOW + seconds * 1000;
      answer = answers;
      told.length = 0;
      await sampler.round(signal);
    },
  };
}

const scraped = (seconds: number, ...names: string[]) => ({
  series: names.flatMap(name => seriesOf(name, NOW + seconds * 1000)),
});
const iso = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

describe('PrometheusSampler', () => {
  it('makes the same of a scrape as who scrapes', async () => {
    const { sampler, pods, at } = setup();
    await at(0, () => scraped(-12, 'web-0', 'web-1'));
    const history = historyFor(pods[0], 30);
    history.read(parseMetrics(EXPORTER, history.wanted.families), NOW - 12_000);
    const sample = sampler.sampleOf(pods[0]);
    expect(sample).toEqual('sample' in history ? history.sample : undefined);
    expect(sample).toMatchObject({
      sampledAt: iso(-12),
      height: expect.any(Number),
      blocks: expect.any(Map),
      lookedAtEverySeconds: 30,
    });
  });

  it('asks once, however many pods there are, and tells of each set once', async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `web-${index}`);
    const { sampler, pods, queries, told, at } = setup(
      names.map(name => pod(name)),
    );
    const few = 'monero_up 1\nmonero_info_height 7\n';
    await at(0, () => ({
      series: names.flatMap(name => seriesOf(name, NOW, { text: few })),
    }));
    expect(queries).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(sampler.sampleOf(pods[999])?.height).toBe(7);
  });

  it('takes in each scrape once', async () => {
    const { sampler, pods, told, at } = setup([pod('web-0')]);
    await at(0, () => scraped(-1, 'web-0'));
    expect(told).toEqual(['web-0']);
    await at(10, () => scraped(-1, 'web-0'));
    expect(told).toEqual([]);
    await at(30, () => scraped(29, 'web-0'));
    expect(told).toEqual(['web-0']);
    expect(sampler.sampleOf(pods[0])?.sampledAt).toBe(iso(29));
  });

  it('says since when a scrape fails, and what was known before', async () => {
    const { sampler, pods, at } = setup();
    await at(0, () => scraped(-1, 'web-0', 'web-1'));
    for (const seconds of [30, 40, 60]) {
      await at(seconds, () => ({
        series: [
          ...seriesOf('web-0', NOW + 29_000, { up: false }),
          ...seriesOf('web-1', NOW + 29_000),
        ],
      }));
    }
    expect(sampler.sampleOf(pods[0])).toMatchObject({
      sampledAt: iso(-1),
      failedSince: iso(29),
      failure: 'Prometheus cannot scrape it',
      height: expect.any(Number),
    });
    expect(sampler.sampleOf(pods[1])?.failedSince).toBeUndefined();
  });

  it('says so when it is not scraped any more, and when it is again', async () => {
    const { sampler, pods, at } = setup([pod('web-0')]);
    await at(0, () => scraped(-1, 'web-0'));
    await at(10, () => ({}));
    expect(sampler.sampleOf(pods[0])).toMatchObject({
      failedSince: iso(10),
      failure: 'Prometheus does not scrape it',
    });
    await at(20, () => scraped(-1, 'web-0'));
    expect(sampler.sampleOf(pods[0])).toMatchObject({ sampledAt: iso(-1) });
    expect(sampler.sampleOf(pods[0])?.failure).toBeUndefined();
  });

  it('gives a new pod the time until Prometheus knows of it', async () => {
    const young = pod('web-0');
    young.metadata.creationTimestamp = iso(-10);
    const { sampler, at } = setup([young]);
    await at(0, () => ({}));
    expect(sampler.sampleOf(young)?.failedSince).toBeUndefined();
    await at(291, () => ({}));
    expect(sampler.sampleOf(young)?.failure).toBe(
      'Prometheus does not scrape it',
    );
  });

  it('does not take a scrape of a pod that had the same name', async () => {
    const successor = pod('web-0', 'another');
    successor.metadata.creationTimestamp = iso(-5);
    const { sampler, at } = setup([successor]);
    await at(0, () => scraped(-20, 'web-0'));
    expect(sampler.sampleOf(successor)?.height).toBeUndefined();
    await at(10, () => scraped(9, 'web-0'));
    expect(sampler.sampleOf(successor)?.height).toEqual(expect.any(Number));
  });

  it('does not take monerod for silent where its families are dropped', async () => {
    const { sampler, pods, at } = setup([pod('web-0')]);
    await at(0, () => ({
      series: seriesOf('web-0', NOW - 1_000, { text: 'go_threads 4' }),
    }));
    expect(sampler.sampleOf(pods[0])).toMatchObject({
      failure: 'Prometheus scrapes it and keeps no monero_up',
    });
  });

  it('tells of what is missing in part of an answer, and keeps the rest', async () => {
    const { sampler, pods, logger, at } = setup();
    await at(0, () => scraped(-1, 'web-0', 'web-1'));
    const warnings = ['store b is away'];
    await at(30, () => ({ ...scraped(29, 'web-1'), warnings }));
    await at(40, () => ({ ...scraped(29, 'web-1'), warnings }));
    expect(sampler.sampleOf(pods[0])?.failure).toBe(
      'Prometheus answers in part: store b is away',
    );
    expect(sampler.sampleOf(pods[1])?.sampledAt).toBe(iso(29));
    expect(sampler.away()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('takes no harm from garbage', async () => {
    const { sampler, pods, at } = setup([pod('web-0')]);
    const about = { namespace: 'monero', pod: 'web-0' };
    const many = Array.from({ length: 500 }, (_, index) => ({
      labels: {
        ...about,
        __name__: 'monero_p2p_local_peer_info',
        host: `h${index}`,
      },
      value: 1,
    }));
    await at(0, () => ({
      series: [
        { labels: {}, value: 1 },
        { labels: { namespace: 7, pod: {} }, value: 1 },
        { labels: { ...about, __name__: 7, x: [] }, value: 1 },
        { labels: { ...about, __name__: 'monero_info_height' }, value: NaN },
        {
          labels: {
            ...about,
            __name__: 'monero_exporter_collector_success',
            collector: 'local_peers',
          },
          value: 1,
        },
        ...many,
        ...seriesOf('web-0', NOW - 1_000, { text: 'monero_up 1' }),
      ],
    }));
    const sample = sampler.sampleOf(pods[0]);
    expect(sample?.height).toBeUndefined();
    expect(sample?.localPeers).toHaveLength(128);
  });

  const away = () => {
    throw new PrometheusError('Unavailable', 'It cannot answer now.');
  };

  it('says after two failures in a row that Prometheus is away, and keeps what it knew', async () => {
    const { sampler, pods, states, logger, at } = setup();
    await at(0, () => scraped(-1, 'web-0', 'web-1'));
    const before = sampler.sampleOf(pods[0]);
    await at(10, away);
    expect(sampler.away()).toBeUndefined();
    await at(12, away);
    await at(22, away);
    expect(sampler.away()).toEqual({
      since: iso(0),
      reason: 'It cannot answer now.',
    });
    expect(sampler.sampleOf(pods[0])).toEqual(before);
    await at(60, () => scraped(59, 'web-0', 'web-1'));
    expect(sampler.away()).toBeUndefined();
    expect(sampler.sampleOf(pods[0])?.sampledAt).toBe(iso(59));
    expect(states).toEqual(['away', 'back']);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Cluster dev: its Prometheus does not answer. It cannot answer now. Trying on.',
      ],
    ]);
  });

  it('asks nobody where nothing runs', async () => {
    const { queries, states, at } = setup([]);
    await at(0, away);
    expect(queries).toEqual([]);
    expect(states).toEqual([]);
  });

  it('goes on by itself until it is stopped', async () => {
    const controller = new AbortController();
    let asked = 0;
    const enough = new Promise<void>(resolve => {
      const sampler = new PrometheusSampler({
        cluster: 'dev',
        client: {
          query: async () => {
            asked += 1;
            if (asked === 3) resolve();
            return { series: [], warnings: [] };
          },
        },
        ...{ matchers: {}, scrapeIntervalMs: 3, intervalMs: 1 },
        ...{ pods: () => [pod('web-0')], onSample: () => {} },
        ...{ onState: () => {}, logger: mockServices.logger.mock() },
      });
      sampler.start(controller.signal);
    });
    await enough;
    controller.abort();
    const then = asked;
    await new Promise(setImmediate);
    expect(asked).toBe(then);
  });

  it.each([
    ['as often as is set', 0, 20_000, 20_000],
    ['three times a scrape at most', 0, 5_000, 10_000],
    ['soon after a failure', 1, 5_000, 2_000],
    ['as ever after a second one', 2, 5_000, 10_000],
    ['ever less often', 3, 5_000, 20_000],
    ['twice a minute at least', 9, 5_000, 30_000],
    ['never more often than is set', 9, 60_000, 60_000],
  ])('asks %s', (_, failures, intervalMs, pause) => {
    expect(pauseAfter(failures, { intervalMs, scrapeIntervalMs: 30_000 })).toBe(
      pause,
    );
  });
});
