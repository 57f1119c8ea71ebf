import { Server } from 'node:http';
import { CallLog } from '../callLog';
import { createExporterServer } from '../exporterServer';
import { Readiness } from '../readiness';
import { scrape } from '../scrape';
import { singleFlight } from '../singleFlight';
import { MINER_COLLECTORS } from './collectors';
import { ScrapedMiner } from './collectors/minerCollector';
import { mining } from './mining';
import { MinerClient } from './xmrigClient';

/** What the exporter of a miner works with. */
export interface MinerExporterDeps {
  client: MinerClient;
  /** Deadline of one scrape. */
  timeoutMs: number;
  /** A clock that never jumps, in milliseconds. */
  now?: () => number;
  /** Writes one line for people. */
  print?(line: string): void;
}

/** A probe's answer comes within this time; xmrig answers in milliseconds unless it starves. */
const PROBE_TIMEOUT_MS = 3_000;

/** The exporter of a miner as an HTTP server that does not listen yet. */
export function createMinerExporter({
  client,
  timeoutMs,
  now = () => performance.now(),
  print = () => undefined,
}: MinerExporterDeps): Server {
  const probe = singleFlight(() => client.getSummary(PROBE_TIMEOUT_MS));
  return createExporterServer({
    collect: deadlineMs =>
      scrape(
        {
          subject: (ms, log) => scrapedMiner(client, ms, log),
          up: {
            name: 'monero_miner_up',
            help: 'Whether the miner answered in time.',
            ask: miner => miner.getSummary(),
          },
          collectors: MINER_COLLECTORS,
          now,
        },
        deadlineMs,
      ),
    check: () =>
      probe().then(
        mining,
        (error: Error): Readiness => ({ ready: false, reason: error.message }),
      ),
    timeoutMs,
    print,
  });
}

/** One question a scrape, whoever asks. */
function scrapedMiner(
  client: MinerClient,
  timeoutMs: number,
  log: CallLog,
): ScrapedMiner {
  const answer = log.run('summary', () => client.getSummary(timeoutMs));
  // Collectors report the failure, each for itself.
  answer.catch(() => undefined);
  return { getSummary: () => answer };
}
