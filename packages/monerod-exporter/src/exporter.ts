import { IncomingMessage, Server } from 'node:http';
import { DaemonClient } from 'monerod-client';
import { Registry } from 'prom-client';
import { COLLECTORS } from './collectors';
import { createInfoSource } from './infoSource';
import { wantsOpenMetrics } from './negotiate';
import { checkReadiness } from './readiness';
import { scrape } from './scrape';
import { createHttpServer, Reply, Route, text } from './server';
import { singleFlight } from './singleFlight';

/** What the exporter works with. */
export interface ExporterDeps {
  client: Omit<DaemonClient, 'close' | 'generateBlocks'>;
  /** Deadline of one scrape. */
  timeoutMs: number;
  /** Ends questions under way when the exporter stops. */
  signal?: AbortSignal;
  /** A clock that never jumps, in milliseconds. */
  now?: () => number;
  /** Writes one line for people. */
  print?(line: string): void;
}

/** A syncing mainnet node has been seen to take 25 s. */
const INFO_TIMEOUT_MS = 60_000;

/** Time that a scrape leaves of its scraper's deadline. */
const MARGIN_MS = 500;

/** Deadline of a scrape: ours, or what Prometheus says it will wait, less a margin. */
function deadlineOf(request: IncomingMessage, timeoutMs: number): number {
  const header = request.headers['x-prometheus-scrape-timeout-seconds'];
  const scraperMs = Number(header) * 1000;
  return scraperMs > 0
    ? Math.min(timeoutMs, Math.max(scraperMs - MARGIN_MS, scraperMs / 2))
    : timeoutMs;
}

/** The exporter as an HTTP server that does not listen yet. */
export function createExporter({
  client,
  timeoutMs,
  signal,
  now = () => performance.now(),
  print = () => undefined,
}: ExporterDeps): Server {
  const source = createInfoSource(
    () => client.getInfo({ timeoutMs: INFO_TIMEOUT_MS, signal }),
    now,
  );
  const collect = singleFlight((deadlineMs: number) =>
    scrape({ client, source, collectors: COLLECTORS, now }, deadlineMs),
  );

  const metrics: Route = async (request): Promise<Reply> => {
    const { prometheus, openMetrics } = await collect(
      deadlineOf(request, timeoutMs),
    );
    return wantsOpenMetrics(request.headers.accept)
      ? {
          status: 200,
          contentType: Registry.OPENMETRICS_CONTENT_TYPE,
          body: openMetrics,
        }
      : {
          status: 200,
          contentType: Registry.PROMETHEUS_CONTENT_TYPE,
          body: prometheus,
        };
  };
  let wasReady: boolean | undefined;
  const readyz: Route = async () => {
    const { ready, reason } = await checkReadiness(source, now);
    if (ready !== wasReady) {
      print(`${ready ? 'ready' : 'not ready'}: ${reason}`);
      wasReady = ready;
    }
    return text(ready ? 200 : 503, reason);
  };
  const livez: Route = async () => text(200, 'ok');

  return createHttpServer(
    new Map([
      ['/metrics', metrics],
      ['/readyz', readyz],
      ['/livez', livez],
    ]),
    error => print(`unexpected: ${String(error)}`),
  );
}
