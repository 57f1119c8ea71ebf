import { Server } from 'node:http';
import {
  anonymityCollector,
  AnonymityReports,
} from './anonymity/anonymityCollector';
import { createBlockFeesSource } from './blockFees';
import { COLLECTORS } from './collectors';
import { createExporterServer } from './exporterServer';
import { createInfoSource } from './infoSource';
import { checkReadiness } from './readiness';
import { checkRelaying } from './relaying';
import { scrape } from './scrape';
import { steady } from './steady';
import { ScrapeClient, scrapedDaemon } from './scrapedDaemon';

/** What the exporter works with. */
export interface ExporterDeps {
  client: ScrapeClient;
  /** Deadline of one scrape. */
  timeoutMs: number;
  /** Ends questions under way when the exporter stops. */
  signal?: AbortSignal;
  /** A clock that never jumps, in milliseconds. */
  now?: () => number;
  /** Where tor and i2pd beside the daemon say how they are. */
  anonymity?: AnonymityReports;
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
  anonymity = {},
  print = () => undefined,
}: ExporterDeps): Server {
  const source = createInfoSource(
    () => client.getInfo({ timeoutMs: INFO_TIMEOUT_MS, signal }),
    now,
  );
  const sources = {
    client,
    info: source,
    blockFees: createBlockFeesSource(client),
  };
  const beside =
    anonymity.tor || anonymity.i2pd ? [anonymityCollector(anonymity)] : [];
  return createExporterServer({
    collect: deadlineMs =>
      scrape(
        {
          subject: (ms, log) => scrapedDaemon(sources, ms, log),
          up: {
            name: 'monero_up',
            help: 'Whether the daemon answered get_info in time.',
            ask: daemon => daemon.getInfo(),
          },
          collectors: [...COLLECTORS, ...beside],
          now,
        },
        deadlineMs,
      ),
    check: steady(() => checkReadiness(source, now), now),
    checkRelaying: () => checkRelaying(client, signal),
    timeoutMs,
    print,
  });
}
