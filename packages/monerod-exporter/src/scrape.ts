import { AnyRegistry, OpenMetricsContentType, Registry } from './promClient';
import { CallLog, createCallLog, isUnsupported } from './callLog';
import { Collector } from './collectors/collector';
import { Metrics } from './metrics';

/** One scrape, written out in the format that somebody asks for. */
export interface Exposition {
  prometheus(): Promise<string>;
  openMetrics(): Promise<string>;
}

/** What a scrape works with. */
export interface ScrapeDeps<Subject> {
  /** What is asked, as it is under the deadline of one scrape. */
  subject(timeoutMs: number, log: CallLog): Subject;
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

const REPORTS = {
  collectors: {
    prefix: 'monero_exporter_collector',
    success:
      'Whether a topic could be collected; absent where the daemon does not offer it.',
    duration: 'How long a topic took to collect.',
  },
  calls: {
    prefix: 'monero_exporter_rpc',
    success:
      'Whether a call was answered in time, and as it should be; absent where it is not offered.',
    duration: 'How long a call took, until its answer or its failure.',
  },
} as const;

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
    return outcome(isUnsupported(error) ? undefined : false);
  }
}

/** Success and duration of collectors or calls, without what is not offered here. */
function report(
  { prefix, success, duration }: (typeof REPORTS)[keyof typeof REPORTS],
  outcomes: readonly (Omit<Outcome, 'collector'> & {
    labels: Record<string, string>;
  })[],
  metrics: Metrics,
): void {
  const offered = outcomes.filter(each => each.success !== undefined);
  metrics.gauges(
    `${prefix}_success`,
    success,
    offered.map(each => ({ labels: each.labels, value: Number(each.success) })),
  );
  metrics.gauges(
    `${prefix}_duration_seconds`,
    duration,
    offered.map(each => ({ labels: each.labels, value: each.durationSeconds })),
  );
}

function expositionOf(registry: AnyRegistry): Exposition {
  // prom-client's types tie a registry to one format for life; its code does not.
  const openMetrics =
    registry as unknown as AnyRegistry<OpenMetricsContentType>;
  let last: Promise<unknown> = Promise.resolve();
  const render = (write: () => Promise<string>) => {
    let text: Promise<string> | undefined;
    return () => {
      text ??= last.then(write);
      last = text;
      return text;
    };
  };
  return {
    prometheus: render(() => {
      registry.setContentType(Registry.PROMETHEUS_CONTENT_TYPE);
      return registry.metrics();
    }),
    openMetrics: render(() => {
      openMetrics.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
      return openMetrics.metrics();
    }),
  };
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
  const log = createCallLog(deps.now);
  const subject = deps.subject(timeoutMs, log);
  const up = deps.up.ask(subject).then(
    () => true,
    () => false,
  );
  const outcomes = await Promise.all(
    deps.collectors.map(each => run(each, subject, metrics, deps.now)),
  );
  metrics.gauge(deps.up.name, deps.up.help, await up);
  report(
    REPORTS.collectors,
    outcomes.map(({ collector, ...rest }) => ({
      labels: { collector },
      ...rest,
    })),
    metrics,
  );
  report(
    REPORTS.calls,
    log
      .outcomes()
      .map(({ call, ...rest }) => ({ labels: { method: call }, ...rest })),
    metrics,
  );
  return expositionOf(registry);
}
