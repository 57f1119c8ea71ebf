/**
 * Crawls a simulated network of ten thousand peers, a tenth of them hostile or
 * slow, without sockets: what is measured is the crawler itself.
 *
 * Usage: tsx scripts/bench-crawl.ts [PEERS]
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cpuMs } from '../src/__testUtils__/cpuMs';
import { crawl, DEFAULT_CRAWL, Picture, Reporter } from '../src/crawler';
import {
  addressOfPeer,
  simulatedNetwork,
} from '../src/crawler/__testUtils__/simulatedNetwork';

const PEERS = Number(process.argv[2] ?? 10_000);
/** As many as a peer tells of at most. */
const TOLD = 250;
const MEBIBYTE = 2 ** 20;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const heap = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

async function main(): Promise<void> {
  const network = simulatedNetwork({
    peers: PEERS,
    hostileOneIn: 10,
    told: TOLD,
    seed: 1,
  });
  const reporter = new Reporter(() => 0);
  const picture = new Picture();
  let [records, bytes] = [0, 0];
  const before = heap();
  const startedMs = cpuMs();
  const end = await crawl(
    { seeds: [addressOfPeer(0)] },
    { ...DEFAULT_CRAWL, perSecond: 1e9 },
    {
      dial: network.dial,
      write: record => {
        records += 1;
        bytes += JSON.stringify(record).length + 1;
        reporter.add(record);
        picture.add(record);
      },
      now: () => performance.now(),
      unixTime: () => 0,
      sleep: async () => undefined,
      signal: new AbortController().signal,
    },
  );
  const tookMs = cpuMs() - startedMs;
  const report = reporter.report();
  const grown = heap() - before;
  process.stdout.write(
    [
      `peers     ${PEERS}, of which ${report.reached} answer; ${end.known} addresses known`,
      `records   ${records}, ${(bytes / MEBIBYTE).toFixed(0)} MiB`,
      `processor ${(tookMs / 1000).toFixed(1)} s: ${(
        (1000 * report.dialled) /
        tookMs
      ).toFixed(0)} peers and ${((1000 * records) / tookMs).toFixed(
        0,
      )} records in a second`,
      `memory    ${(grown / MEBIBYTE).toFixed(1)} MiB kept, ${Math.round(
        grown / end.known,
      )} bytes an address`,
      '',
    ].join('\n'),
  );
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
