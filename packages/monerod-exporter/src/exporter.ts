import { Server } from 'node:http';
import { DaemonClient } from 'monerod-client';
import { COLLECTORS } from './collectors';
import { ScrapedDaemon } from './collectors/collector';
import { createExporterServer } from './exporterServer';
import { createInfoSource } from './infoSource';
import { checkReadiness } from './readiness';
import { scrape } from './scrape';
import { scrapedDaemon } from './scrapedDaemon';

/** What the exporter works with. */
export interface ExporterDeps {
  client: Pick<DaemonClient, keyof ScrapedDaemon>;
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

/** The exporter of a daemon as an HTTP server that does not listen yet. */
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
  return createExporterServer({
    collect: deadlineMs =>
      scrape(
        {
          subject: ms => scrapedDaemon(client, source, ms),
          up: {
            name: 'monero_up',
            help: 'Whether the daemon answered get_info in time.',
            ask: daemon => daemon.getInfo(),
          },
          collectors: COLLECTORS,
          now,
        },
        deadlineMs,
      ),
    check: () => checkReadiness(source, now),
    timeoutMs,
    print,
  });
}
