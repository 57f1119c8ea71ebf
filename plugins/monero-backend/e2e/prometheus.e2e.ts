import { createKubeClient, type KubeClient } from '@monero-portal/kube-client';
import { PORTS } from '@monero-portal/monero-api';
import {
  nodeHealthOf,
  type NodeHealth,
} from '@monero-portal/plugin-monero-common';
import { THROWAWAY_ADDRESS, waitFor } from 'monerod-client/testing';
import {
  createWorld,
  findPrometheus,
  get,
  startPrometheus,
  untilReadyz,
  type Exporter,
  type RunningPrometheus,
  type World,
} from 'monerod-exporter/testing';
import type { ObservedPod } from '../src/services/clusters';
import {
  PrometheusClient,
  PrometheusSampler,
} from '../src/services/prometheus';
import { Sampler } from '../src/services/sampler';

jest.setTimeout(240_000);

/** Between two scrapes; what is told within two of them is told in time. */
const SCRAPE_SECONDS = 5;
const ROUND_MS = 500;

const iso = (ms: number) => new Date(ms).toISOString();
const quiet = { info: () => {}, warn: () => {} };

/** A pod as the operator makes it, whose exporter is a process of this machine. */
function podOf(name: string, ready: 'True' | 'False' = 'True'): ObservedPod {
  const running = { running: { startedAt: iso(Date.now() - 3_600_000) } };
  return {
    namespace: 'monero',
    uid: `uid-${name}`,
    program: 'monerod',
    nodeSet: 'web',
    metadata: { name, creationTimestamp: iso(Date.now() - 3_600_000) },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: ready }],
      containerStatuses: [{ name: 'monerod', ready: true, state: running }],
    },
  };
}

describe('samples from a real Prometheus', () => {
  let programs: string;
  let world: World;
  let prometheus: RunningPrometheus;
  let requester: KubeClient;
  let exporters: Exporter[];
  let stop: AbortController;
  let sampler: PrometheusSampler;
  const pods = [podOf('web-0'), podOf('web-1')];

  const start = (port?: number) =>
    startPrometheus({
      programs,
      folder: `${world.folder}/prometheus`,
      port,
      targets: exporters.map(({ url }, index) => ({
        host: new URL(url).host,
        // What the Prometheus operator writes for a PodMonitor of ours.
        labels: {
          namespace: 'monero',
          pod: `web-${index}`,
          instance: `web-${index}`,
          container: 'exporter',
          endpoint: 'metrics',
          cluster: 'dev',
        },
      })),
      intervalSeconds: SCRAPE_SECONDS,
    });

  const healthOf = (pod: ObservedPod): NodeHealth =>
    nodeHealthOf(pod, sampler.sampleOf(pod), {
      now: Date.now(),
      measuringAway: sampler.away(),
    });

  beforeAll(async () => {
    programs = await findPrometheus();
    world = await createWorld();
    const { first, second } = await world.startPair();
    exporters = [
      await world.startExporter(`--daemon-url=${first.url}`),
      await world.startExporter(`--daemon-url=${second.url}`),
    ];
    await untilReadyz(exporters[0], 200, /^in sync/);
    await first.client.generateBlocks({
      blocks: 12,
      walletAddress: THROWAWAY_ADDRESS,
    });
    await waitFor('both nodes have the blocks', async () =>
      (
        await get(exporters[1], '/metrics')
      ).body.includes('monero_info_height 13')
        ? true
        : undefined,
    );
    prometheus = await start();
    requester = createKubeClient({ server: prometheus.url });
    stop = new AbortController();
    sampler = new PrometheusSampler({
      cluster: 'dev',
      client: new PrometheusClient({
        ...{ requester, path: '/api/v1/query', headers: {} },
        timeoutMs: 3_000,
      }),
      matchers: { cluster: 'dev' },
      scrapeIntervalMs: SCRAPE_SECONDS * 1000,
      intervalMs: ROUND_MS,
      pods: () => pods,
      onSample: () => {},
      onState: () => {},
      logger: quiet,
    });
    sampler.start(stop.signal);
  });

  afterAll(async () => {
    stop?.abort();
    await requester?.close();
    await prometheus?.stop();
    await world?.stop();
  });

  const sampled = (pod: ObservedPod, after = 0) =>
    waitFor(`a sample of ${pod.metadata.name}`, async () => {
      const sample = sampler.sampleOf(pod);
      return sample?.height && Date.parse(sample.sampledAt ?? '') > after
        ? sample
        : undefined;
    });

  it('are those that scraping gives', async () => {
    /** As the API server's pod proxy would answer. */
    const scraper = new Sampler({
      client: {
        podProxy: async (_, name, port, path) => {
          expect(port).toBe(PORTS.exporter);
          const exporter = exporters[Number(name.slice(-1))];
          const { status, body } = await get(exporter, path);
          return { status, text: body };
        },
      },
      pods: () => pods,
      onSample: () => {},
      intervalMs: ROUND_MS,
      concurrency: 2,
    });
    scraper.start(stop.signal);
    for (const pod of pods) {
      const asked = await sampled(pod);
      const scraped = await waitFor('the same by scraping', async () =>
        scraper.sampleOf(pod)?.height ? scraper.sampleOf(pod) : undefined,
      );
      expect(asked).toMatchObject({
        up: true,
        height: 13,
        nettype: 'regtest',
        inSync: true,
        lookedAtEverySeconds: SCRAPE_SECONDS,
      });
      expect(asked.blocks?.size).toBeGreaterThan(5);
      expect(asked.localPeers).toBeDefined();
      // The scrape is dated when it begins; the exporter looks at its clock later.
      expect(Math.abs(asked.clockSkewSeconds ?? NaN)).toBeLessThan(3);
      const lasting = ({ ...sample }: typeof asked) => ({
        ...sample,
        // When it was, and what that changes.
        ...{ sampledAt: 0, answeredAt: 0, heightSince: 0, freeBytes: 0 },
        ...{ lookedAtEverySeconds: 0, blocksPerSecond: 0, clockSkewSeconds: 0 },
      });
      expect(lasting(asked)).toEqual(lasting(scraped));
    }
  });

  it('are as old as the scrape, by the clock of the portal', async () => {
    const before = Date.now();
    const { sampledAt } = await sampled(pods[0], before);
    expect(Date.parse(sampledAt ?? '')).toBeLessThanOrEqual(Date.now());
    const [{ value }] = await prometheus.query(
      'max(timestamp(up{pod="web-0"}))',
      1,
    );
    expect(
      Math.abs(Number(value) * 1000 - Date.parse(sampledAt ?? '')),
    ).toBeLessThan(2_000 + SCRAPE_SECONDS * 1000);
    expect(healthOf(pods[0])).toMatchObject({ state: 'In sync', height: 13 });
  });

  it('say within two scrapes that an exporter is dead, while Prometheus would still tell its last words', async () => {
    await sampled(pods[1]);
    const diedAt = Date.now();
    await exporters[1].stop();
    const silent = await waitFor('it is told', async () => {
      const health = healthOf(pods[1]);
      return health.state === 'Unknown' ? health : undefined;
    });
    const took = Date.now() - diedAt;
    expect(silent).toMatchObject({
      silent: 'exporter',
      reason: expect.stringMatching(/Prometheus cannot scrape it/),
      height: 13,
    });
    // A second more is for the rounds of the portal.
    expect(took).toBeLessThan(2 * SCRAPE_SECONDS * 1000 + 1_000);
    expect(healthOf(pods[0]).state).toBe('In sync');
  });

  it('say for how long Prometheus has not answered, and are fresh when it is back', async () => {
    const stoppedAt = Date.now();
    await prometheus.stop();
    const away = await waitFor('it is away', async () => sampler.away());
    expect(away.reason).toMatch(/^It cannot be reached: .+\.$/);
    expect(Math.abs(Date.parse(away.since) - stoppedAt)).toBeLessThan(5_000);
    // What was measured is current until two scrapes later; then its pod tells.
    expect(healthOf(pods[0])).toMatchObject({ state: 'In sync', height: 13 });
    const later = nodeHealthOf(pods[0], sampler.sampleOf(pods[0]), {
      now: Date.now() + 60_000,
      measuringAway: away,
    });
    expect(later).toMatchObject({
      state: 'In sync',
      reason: expect.stringMatching(
        /^Its pod is ready; Prometheus has not answered for 1 min/,
      ),
    });

    prometheus = await start(prometheus.port);
    await waitFor(
      'it is back',
      async () => (sampler.away() ? undefined : true),
      60_000,
    );
    const { sampledAt } = await sampled(pods[0], stoppedAt + 1);
    expect(Date.parse(sampledAt ?? '')).toBeGreaterThan(stoppedAt);
    expect(healthOf(pods[0])).toMatchObject({
      state: 'In sync',
      reason: 'At the top of the chain.',
    });
  });
});
