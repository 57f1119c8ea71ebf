import { IncomingMessage, Server } from 'node:http';
import { Registry } from './promClient';
import { wantsOpenMetrics } from './negotiate';
import { Readiness } from './readiness';
import { Exposition } from './scrape';
import { createHttpServer, Reply, Route, text } from './server';
import { singleFlight } from './singleFlight';

/** What the three paths answer from. */
export interface ExporterServerDeps {
  /** One scrape under a deadline, in milliseconds. */
  collect(deadlineMs: number): Promise<Exposition>;
  /** Whether what is watched does its work. */
  check(): Promise<Readiness>;
  /** Deadline of one scrape. */
  timeoutMs: number;
  /** Writes one line for people. */
  print(line: string): void;
}

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

/** /metrics, /readyz and /livez as an HTTP server that does not listen yet. */
export function createExporterServer({
  collect,
  check,
  timeoutMs,
  print,
}: ExporterServerDeps): Server {
  const shared = singleFlight(collect);
  const metrics: Route = async (request): Promise<Reply> => {
    const exposition = await shared(deadlineOf(request, timeoutMs));
    return wantsOpenMetrics(request.headers.accept)
      ? {
          status: 200,
          contentType: Registry.OPENMETRICS_CONTENT_TYPE,
          body: await exposition.openMetrics(),
        }
      : {
          status: 200,
          contentType: Registry.PROMETHEUS_CONTENT_TYPE,
          body: await exposition.prometheus(),
        };
  };
  let wasReady: boolean | undefined;
  const readyz: Route = async () => {
    const { ready, reason } = await check();
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
