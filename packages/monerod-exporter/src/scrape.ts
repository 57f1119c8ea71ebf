import { DaemonClient, MonerodError } from 'monerod-client';
import { OpenMetricsContentType, Registry } from 'prom-client';
import { Collector, ScrapedDaemon } from './collectors/collector';
import { InfoSource } from './infoSource';
import { Metrics } from './metrics';
import { within } from './patience';

/** One scrape in both formats. */
export interface Exposition {
  prometheus: string;
  openMetrics: string;
}

/** What a scrape works with. */
export interface ScrapeDeps {
  client: Omit<DaemonClient, 'close' | 'generateBlocks'>;
  source: InfoSource;
  collectors: readonly Collector[];
  now(): number;
}

interface Outcome {
  collector: string;
  /** `undefined`: the daemon does not offer this topic here. */
  success?: boolean;
  durationSeconds: number;
}

function scrapedDaemon(
  { client, source }: ScrapeDeps,
  timeoutMs: number,
): ScrapedDaemon {
  const limits = { timeoutMs };
  return {
    getInfo: async () => {
      const sample = await within(timeoutMs, source.ask());
      if (sample?.info) {
        return sample.info;
      }
      throw (
        sample?.error ??
        new MonerodError(
          'Timeout',
          `get_info: no answer within ${timeoutMs} ms`,
        )
      );
    },
    getConnections: () => client.getConnections(limits),
    getLastBlockHeader: () => client.getLastBlockHeader(limits),
    getTransactionPoolStats: () => client.getTransactionPoolStats(limits),
    getVersion: () => client.getVersion(limits),
    hardForkInfo: () => client.hardForkInfo(limits),
  };
}

async function run(
  collector: Collector,
  daemon: ScrapedDaemon,
  metrics: Metrics,
  now: () => number,
): Promise<Outcome> {
  const startedAtMs = now();
  const outcome = (success?: boolean) => ({
    collector: collector.name,
    success,
    durationSeconds: (now() - startedAtMs) / 1000,
  });
  try {
    await collector.collect(daemon, metrics);
    return outcome(true);
  } catch (error) {
    const unsupported = error instanceof MonerodError && error.unsupported;
    return outcome(unsupported ? undefined : false);
  }
}

function report(outcomes: readonly Outcome[], metrics: Metrics): void {
  const offered = outcomes.filter(({ success }) => success !== undefined);
  metrics.gauges(
    'monero_exporter_collector_success',
    'Whether a topic could be collected; absent where the daemon does not offer it.',
    offered.map(({ collector, success }) => ({
      labels: { collector },
      value: Number(success),
    })),
  );
  metrics.gauges(
    'monero_exporter_collector_duration_seconds',
    'How long a topic took to collect.',
    offered.map(({ collector, durationSeconds }) => ({
      labels: { collector },
      value: durationSeconds,
    })),
  );
}

async function render(registry: Registry): Promise<Exposition> {
  const prometheus = await registry.metrics();
  // prom-client's types tie a registry to one format for life; its code does not.
  const other = registry as unknown as Registry<OpenMetricsContentType>;
  other.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  return { prometheus, openMetrics: await other.metrics() };
}

/**
 * Collects every topic once, into a registry of its own. Topics are
 * independent: one that fails is missing, and says so, and the others are
 * served.
 */
export async function scrape(
  deps: ScrapeDeps,
  timeoutMs: number,
): Promise<Exposition> {
  const registry = new Registry();
  const metrics = new Metrics(registry);
  const daemon = scrapedDaemon(deps, timeoutMs);
  const up = daemon.getInfo().then(
    () => true,
    () => false,
  );
  const outcomes = await Promise.all(
    deps.collectors.map(each => run(each, daemon, metrics, deps.now)),
  );
  metrics.gauge(
    'monero_up',
    'Whether the daemon answered get_info in time.',
    await up,
  );
  report(outcomes, metrics);
  return render(registry);
}
