import { IncomingMessage, Server } from 'node:http';
import { Registry } from './promClient';
import { wantsOpenMetrics } from './negotiate';
import { Readiness } from './readiness';
import { Exposition } from './scrape';
import { createHttpServer, Reply, Route, text } from './server';
import { singleFlight } from './singleFlight';

/** What the paths answer from. */
export interface ExporterServerDeps {
  /** One scrape under a deadline, in milliseconds. */
  collect(deadlineMs: number): Promise<Exposition>;
  /** Whether what is watched does its work. */
  check(): Promise<Readiness>;
  /** Whether a node hands transactions on; what mines has none. */
  checkRelaying?(): Promise<Readiness>;
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

/** 200 or 503 with the reason; each change of mind is told once. */
function verdict(
  check: () => Promise<Readiness>,
  word: string,
  print: (line: string) => void,
): Route {
  let before: boolean | undefined;
  return async () => {
    const { ready, reason } = await check();
    if (ready !== before) {
      print(`${ready ? word : `not ${word}`}: ${reason}`);
      before = ready;
    }
    return text(ready ? 200 : 503, reason);
  };
}

/** /metrics, /readyz, /livez and, of nodes, /relayz as an HTTP server that does not listen yet. */
export function createExporterServer({
  collect,
  check,
  checkRelaying,
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
  const readyz = verdict(check, 'ready', print);
  const livez: Route = async () => text(200, 'ok');

  return createHttpServer(
    new Map([
      ['/metrics', metrics],
      ['/readyz', readyz],
      ['/livez', livez],
      ...(checkRelaying
        ? [['/relayz', verdict(checkRelaying, 'relaying', print)] as const]
        : []),
    ]),
    error => print(`unexpected: ${String(error)}`),
  );
}
