/**
 * `npm run bench -- health`: what it takes to watch a fleet and to show it, by
 * the real backend against an API server whose exporters all give one answer.
 * BENCH_NODE_SETS changes the sizes, BENCH_TABS the open pages;
 * BENCH_SOURCE=prometheus lets a Prometheus be asked that scrapes twice a minute.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificate } from '@monero-portal/kube-client/testing';
import type { FixtureCounts, FixtureOrders } from './fixture';
import { placeOf, REPLICAS } from './fleetObjects';
import { Child } from './messages';
import { ascending, quantile } from './quantile';
import { startPortal, type RunningPortal } from './startPortal';
import { CountingClient, Tab, type Received } from './Tab';

const SIZES = (process.env.BENCH_NODE_SETS ?? '0,100,1000')
  .split(',')
  .map(Number);
const TABS = Number(process.env.BENCH_TABS ?? 50);
const SOURCE = process.env.BENCH_SOURCE ?? 'proxy';
const WINDOW_MS = 20_000;
/** After so long nobody hears of it any more. */
const NEWS_MS = 30_000;
const PATIENCE_MS = 600_000;
const REQUESTS = 100;
const MEBIBYTE = 2 ** 20;

const say = (what: string, value: string) =>
  process.stdout.write(`${what.padEnd(46)} ${value}\n`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const perSecond = (count: number, { seconds }: FixtureCounts) =>
  (count / seconds).toFixed(1);

async function until(what: string, holds: () => Promise<boolean>) {
  const endAt = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > endAt) throw new Error(`${what}: not within the deadline`);
    await sleep(100);
  }
}

/** One size of the fleet. */
class Bench {
  private constructor(
    private readonly size: number,
    private readonly fixture: Child<FixtureOrders>,
    private readonly portal: RunningPortal,
  ) {}

  static async start(size: number): Promise<Bench> {
    const tls = makeCertificate();
    const fixture = await Child.start<FixtureOrders>(
      join(__dirname, 'fixture.ts'),
      [String(size), JSON.stringify(tls)],
    );
    const portal = await startPortal({
      ...{ url: fixture.ready, cert: tls.cert },
      byPrometheus: SOURCE === 'prometheus',
    });
    return new Bench(size, fixture, portal);
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.fixture.stop();
  }

  async run(): Promise<void> {
    const { size } = this;
    process.stdout.write(`\n${size} node sets, ${size * REPLICAS} exporters\n`);
    await until('every exporter was looked at', async () => {
      const { podsLookedAt } = await this.fixture.ask('counts');
      return podsLookedAt === size * REPLICAS;
    });
    await this.rest();
    if (size === 0) return;
    const alone = await this.watchAlone();
    await this.requests();
    await this.tabs(alone);
  }

  /** Both sides begin to count anew, and do so for a while. */
  private async window(): Promise<FixtureCounts> {
    await this.fixture.ask('forget');
    await this.portal.backend.ask('forget');
    await sleep(WINDOW_MS);
    return this.fixture.ask('counts');
  }

  /** What the backend is after a while of it. */
  private async rest(): Promise<void> {
    await sleep(WINDOW_MS);
    const { rssBytes, heapBytes } = await this.portal.backend.ask('figures');
    say(
      'memory',
      `${(rssBytes / MEBIBYTE).toFixed(0)} MiB RSS, ${(
        heapBytes / MEBIBYTE
      ).toFixed(0)} MiB of it live heap`,
    );
  }

  private async watchAlone(): Promise<FixtureCounts> {
    const { firstRoundMs } = await this.fixture.ask('counts');
    say('first look at every exporter', ms(firstRoundMs));
    const counts = await this.window();
    const { pauses, looks, lookBytes } = counts;
    if (pauses) {
      const { p50, p99, max } = pauses;
      say(
        `between two looks at an exporter (${
          SOURCE === 'prometheus' ? 10 : 5
        } s wanted)`,
        `p50 ${ms(p50)}, p99 ${ms(p99)}, at most ${ms(max)}`,
      );
    }
    say(
      'looks a second',
      `${perSecond(looks, counts)}, ${kB(lookBytes / looks)} each`,
    );
    if (counts.queries > 0) {
      const { queries, queryBytes } = counts;
      say(
        'queries a second',
        `${perSecond(queries, counts)}, ${kB(queryBytes / queries)} each`,
      );
    }
    await this.sayLoad();
    return counts;
  }

  private async sayLoad(): Promise<void> {
    const { cpu, loop } = await this.portal.backend.ask('figures');
    say('backend, share of one processor', `${(cpu * 100).toFixed(0)} %`);
    say(
      'event loop late by',
      `p50 ${ms(loop.p50)}, p99 ${ms(loop.p99)}, at most ${ms(loop.max)}`,
    );
  }

  /** Answers, one after the other, while the watching goes on. */
  private async requests(): Promise<void> {
    const client = new CountingClient(this.portal);
    const { epoch, revision } = await client.getSnapshot();
    const asked: [string, () => Promise<unknown>][] = [
      ['clusters', () => client.getClusters()],
      [
        'snapshot, what is new',
        () => client.getSnapshot({ epoch, since: revision }),
      ],
      ['snapshot, in full', () => client.getSnapshot()],
      ['one node set', () => client.getNodeSet(refOf(0))],
      ['all node sets', () => client.getNodeSets()],
    ];
    let least: number | undefined;
    for (const [what, ask] of asked) {
      const before = client.received.answerBytes;
      const times: number[] = [];
      for (let i = 0; i < REQUESTS; i += 1) {
        const startedAt = performance.now();
        await ask();
        times.push(performance.now() - startedAt);
      }
      const sorted = ascending(times);
      const p50 = quantile(sorted, 0.5);
      least ??= p50;
      say(
        `GET ${what}`,
        `p50 ${ms(p50)} (${(p50 / least).toFixed(1)}x), p99 ${ms(
          quantile(sorted, 0.99),
        )}, ${kB((client.received.answerBytes - before) / REQUESTS)}`,
      );
    }
  }

  /** The same with pages open: half of them of the fleet, half of a node set. */
  private async tabs(alone: FixtureCounts): Promise<void> {
    const tabs = await Promise.all(
      Array.from({ length: TABS }, (_, index) =>
        Tab.open(
          this.portal,
          index % 2 === 0 ? undefined : refOf(index % this.size),
        ),
      ),
    );
    await sleep(5_000);
    const before = sumOf(tabs);
    const counts = await this.window();
    const quiet = minus(sumOf(tabs), before);
    process.stdout.write(`with ${TABS} open pages\n`);
    const requests = ({
      looks,
      queries,
      lists,
      watches,
      others,
    }: FixtureCounts) =>
      `${
        queries > 0 ? `${queries} queries` : `${looks} looks`
      }, ${lists} lists, ${watches} watches, ${others} others`;
    say('… asked of the API server in 20 s, without', requests(alone));
    say('… and with them', requests(counts));
    await this.sayLoad();
    say('… a page at rest gets', `${weight(quiet, TABS)} in 20 s`);
    await this.news(tabs, 'a node set is paused', () =>
      this.fixture.ask('pause', 1),
    );
    await this.news(tabs, 'a new block on all nodes', () =>
      this.fixture.ask('mine'),
    );
    tabs.forEach(tab => tab.close());
  }

  /** What a change costs each page beyond what it gets at rest, over ten seconds. */
  private async news(
    tabs: readonly Tab[],
    what: string,
    happen: () => Promise<void>,
  ): Promise<void> {
    const before = sumOf(tabs);
    const startedAt = performance.now();
    const heard = new Promise<number>(resolve => {
      for (const tab of tabs) {
        const { signals } = tab.received;
        tab.onFetch = () => {
          if (tab.received.signals > signals) {
            resolve(performance.now() - startedAt);
          }
        };
      }
    });
    await happen();
    const first = await Promise.race([heard, sleep(NEWS_MS, Infinity)]);
    await sleep(10_000);
    say(
      `… ${what}: a page knows after`,
      `${ms(first)}; ${weight(minus(sumOf(tabs), before), TABS)} in 10 s`,
    );
  }
}

function refOf(index: number) {
  return { cluster: 'bench', ...placeOf(index) };
}

function sumOf(tabs: readonly Tab[]): Received {
  const sum = (of: keyof Received) =>
    tabs.reduce((all, { received }) => all + received[of], 0);
  return {
    signals: sum('signals'),
    signalBytes: sum('signalBytes'),
    answers: sum('answers'),
    answerBytes: sum('answerBytes'),
  };
}

function minus(a: Received, b: Received): Received {
  return {
    signals: a.signals - b.signals,
    signalBytes: a.signalBytes - b.signalBytes,
    answers: a.answers - b.answers,
    answerBytes: a.answerBytes - b.answerBytes,
  };
}

function weight(received: Received, tabs: number): string {
  const { signals, signalBytes, answers, answerBytes } = received;
  return `${(signals / tabs).toFixed(1)} signals (${kB(
    signalBytes / tabs,
  )}), ${(answers / tabs).toFixed(1)} answers (${kB(answerBytes / tabs)})`;
}

async function main(): Promise<void> {
  for (const size of SIZES) {
    const bench = await Bench.start(size);
    try {
      await bench.run();
    } finally {
      await bench.stop();
    }
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
