import { MonerodError } from 'monerod-client';
import { OpenMetricsContentType, Registry } from 'prom-client';
import { Collector } from './collectors/collector';
import { Metrics } from './metrics';

/** One scrape in both formats. */
export interface Exposition {
  prometheus: string;
  openMetrics: string;
}

/** What a scrape works with. */
export interface ScrapeDeps<Subject> {
  /** What is asked, as it is under the deadline of one scrape. */
  subject(timeoutMs: number): Subject;
  /** The family that says whether the subject answers, and how to tell: rejects when it does not. */
  up: {
    name: string;
    help: string;
    ask(subject: Subject): Promise<unknown>;
  };
  collectors: readonly Collector<Subject>[];
  now(): number;
}

interface Outcome {
  collector: string;
  /** `undefined`: the daemon does not offer this topic here. */
  success?: boolean;
  durationSeconds: number;
}

async function run<Subject>(
  collector: Collector<Subject>,
  subject: Subject,
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
    await collector.collect(subject, metrics);
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
export async function scrape<Subject>(
  deps: ScrapeDeps<Subject>,
  timeoutMs: number,
): Promise<Exposition> {
  const registry = new Registry();
  const metrics = new Metrics(registry);
  const subject = deps.subject(timeoutMs);
  const up = deps.up.ask(subject).then(
    () => true,
    () => false,
  );
  const outcomes = await Promise.all(
    deps.collectors.map(each => run(each, subject, metrics, deps.now)),
  );
  metrics.gauge(deps.up.name, deps.up.help, await up);
  report(outcomes, metrics);
  return render(registry);
}
