import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Counts,
  crawl as runCrawl,
  CrawlAddress,
  CrawlEnd,
  CrawlOptions,
  CrawlRecord,
  CrawlReport,
  DEFAULT_CRAWL,
  MAX_PICTURE_NODES,
  parseAddressText,
  parseRecord,
  Picture,
  RecordError,
  Reporter,
} from '../../crawler';
import { connectSocks, dialPeer } from '../../peer';
import { Command } from '../command';
import { asUsage, PROXY_OPTION, timeoutMsOf } from '../daemonOptions';
import { parseHostPort } from '../hostPort';
import { nettypeOf, NETWORK_OPTION, P2P_PORTS } from '../networkOption';
import { OptionValues } from '../OptionValues';
import { facts, table } from '../table';
import { duration, grouped } from '../units';
import { UsageError } from '../UsageError';

const DEFAULT_TIMEOUT_MS = 10_000;
const SHOWN = 10;

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Bounds that are generous and still bounds. */
function crawlOptionsOf(options: OptionValues, regtest: boolean): CrawlOptions {
  return {
    ...DEFAULT_CRAWL,
    concurrency:
      options.integer('concurrency', { min: 1, max: 1_000 }) ??
      DEFAULT_CRAWL.concurrency,
    perSecond:
      options.number('rate', { min: 0.01, max: 10_000 }) ??
      DEFAULT_CRAWL.perSecond,
    maxNodes:
      options.integer('max', { min: 1, max: 1_000_000 }) ??
      DEFAULT_CRAWL.maxNodes,
    allowLocal: regtest || options.flag('local'),
    // Only a proxy finds an onion service.
    ...(options.text('proxy')
      ? { kinds: [...DEFAULT_CRAWL.kinds, 'onion'] }
      : {}),
  };
}

function seedsOf(
  args: readonly string[],
  port: number,
  kinds: CrawlOptions['kinds'],
): CrawlAddress[] {
  return args.map(text => {
    const { host, port: ownPort } = parseHostPort(text, port);
    const written = host.includes(':') ? `[${host}]` : host;
    const address = parseAddressText(`${written}:${ownPort}`);
    if (!address) {
      throw new UsageError(
        `${JSON.stringify(
          text,
        )}: a crawl starts from IP or onion addresses; look the name up first`,
      );
    }
    if (!kinds.includes(address.kind)) {
      throw new UsageError(
        address.kind === 'onion'
          ? `${JSON.stringify(
              text,
            )}: an onion service is reached through Tor; say with --proxy where it listens`
          : `${JSON.stringify(text)}: addresses of I2P are not crawled`,
      );
    }
    return address;
  });
}

/** What an earlier crawl wrote; a last line that was cut off does not count. */
async function readEarlier(file: string): Promise<CrawlRecord[]> {
  const records: CrawlRecord[] = [];
  let failed: { line: number; error: RecordError } | undefined;
  let line = 0;
  const lines = createInterface({ input: createReadStream(file, 'utf8') });
  for await (const text of lines) {
    line += 1;
    if (failed) break;
    try {
      records.push(parseRecord(text));
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      failed = { line, error };
    }
  }
  if (failed && line > failed.line) {
    throw new UsageError(
      `${file}, line ${failed.line}: ${failed.error.message}`,
    );
  }
  return records;
}

/** Appends records to a file, no faster than the disk takes them. */
function recordFile(file: string) {
  const stream = createWriteStream(file, { flags: 'a' });
  let failure: Error | undefined;
  stream.on('error', error => {
    failure = error;
  });
  return {
    async write(record: CrawlRecord): Promise<void> {
      if (failure) throw new UsageError(`--out: ${failure.message}`);
      if (!stream.write(`${JSON.stringify(record)}\n`)) {
        await once(stream, 'drain');
      }
    },
    async close(): Promise<void> {
      stream.end();
      if (!stream.closed) await once(stream, 'close');
    },
  };
}

function counts(title: string, found: Counts): string {
  if (found.length === 0) return '';
  const rows = found.slice(0, SHOWN);
  const rest = found.slice(SHOWN).reduce((sum, each) => sum + each.count, 0);
  const all = rest > 0 ? [...rows, { value: '(others)', count: rest }] : rows;
  return `\n${table(
    [
      { title, cell: each => each.value },
      { title: 'peers', cell: each => grouped(each.count), right: true },
    ],
    all,
  )}`;
}

const percent = (share: number | undefined) =>
  share === undefined ? undefined : `${(100 * share).toFixed(1)} %`;

/** The report as people read it. */
export function crawlText(report: CrawlReport, end: CrawlEnd): string {
  const { freshness } = report;
  return [
    facts([
      ['known', grouped(end.known)],
      ['dialled', grouped(report.dialled)],
      ['not dialled yet', grouped(end.pending)],
      [
        'reached',
        `${grouped(report.reached)} (${percent(report.reachableShare) ?? '-'})`,
      ],
      ['with a public RPC', grouped(report.withRpc)],
      ['told by peers', grouped(freshness.told)],
      ['told and reached', percent(freshness.reachedShare)],
      [
        'last seen by them',
        freshness.medianAgeSeconds === undefined
          ? undefined
          : `${duration(freshness.medianAgeSeconds)} ago (median)`,
      ],
    ]),
    counts('outcome', report.outcomes),
    counts('height', report.heights),
    counts('top version', report.topVersions),
    counts('pruning seed', report.pruningSeeds),
    counts('port', report.ports),
    counts('kind', report.kinds),
    counts('network', report.prefixes),
  ].join('');
}

export const crawl: Command = {
  name: 'crawl',
  args: 'SEED...',
  summary: 'maps a network: who is reachable, at which height, told by whom',
  details:
    'Seeds are IP or onion addresses with or without a port. Told addresses in private\n' +
    'and reserved ranges are left alone, and so are more than four ports of a host.\n' +
    'With --proxy onion addresses are dialled too, and nobody but through it.\n' +
    'Ends when everybody was dialled; Ctrl-C ends it early, and what is written\n' +
    'can be resumed.',
  options: {
    ...NETWORK_OPTION,
    out: {
      type: 'string',
      value: 'FILE',
      help: 'appends peers, and who told of whom, as JSON lines',
    },
    resume: {
      type: 'boolean',
      help: 'goes on from what is in --out; dials nobody twice',
    },
    svg: {
      type: 'string',
      value: 'FILE',
      help: `draws the network, of at most ${MAX_PICTURE_NODES} peers`,
    },
    concurrency: {
      type: 'string',
      value: 'N',
      help: `peers dialled at once (default: ${DEFAULT_CRAWL.concurrency})`,
    },
    rate: {
      type: 'string',
      value: 'N',
      help: `peers dialled in a second (default: ${DEFAULT_CRAWL.perSecond})`,
    },
    max: {
      type: 'string',
      value: 'N',
      help: `addresses to remember (default: ${DEFAULT_CRAWL.maxNodes})`,
    },
    local: {
      type: 'boolean',
      help: 'dials private addresses too; on regtest it always does',
    },
    ...PROXY_OPTION,
    timeout: {
      type: 'string',
      value: 'SECONDS',
      help: 'deadline of each peer (default: 10)',
    },
  },
  examples: [
    '203.0.113.7 --out network.jsonl --svg network.svg',
    '203.0.113.7:38080 --network stagenet --rate 2 --json',
    '203.0.113.7 --out network.jsonl --resume',
    '203.0.113.7 --proxy 127.0.0.1:9050 --concurrency 8',
  ],
  async run({ args, options, signal, show }) {
    const nettype = nettypeOf(options) ?? 'mainnet';
    const out = options.text('out');
    if (options.flag('resume') && out === undefined) {
      throw new UsageError('--resume: say with --out from which file');
    }
    if (args.length === 0) {
      throw new UsageError('say one or more addresses to start from');
    }
    const crawlOptions = crawlOptionsOf(options, nettype === 'regtest');
    const seeds = seedsOf(args, P2P_PORTS[nettype], crawlOptions.kinds);
    const proxy = options.text('proxy');
    const connect = proxy ? asUsage(() => connectSocks(proxy)) : undefined;
    const timeoutMs = timeoutMsOf(options) ?? DEFAULT_TIMEOUT_MS;
    const earlier = options.flag('resume') && out ? await readEarlier(out) : [];

    const reporter = new Reporter(nowSeconds);
    const picture = new Picture();
    const note = (record: CrawlRecord) => {
      reporter.add(record);
      picture.add(record);
    };
    earlier.forEach(note);
    const file = out === undefined ? undefined : recordFile(out);
    let end: CrawlEnd;
    try {
      end = await runCrawl({ seeds, earlier }, crawlOptions, {
        dial: ({ host, port }, ending) =>
          dialPeer({
            host,
            port,
            nettype,
            timeoutMs,
            signal: ending,
            ...(connect ? { connect } : {}),
          }),
        write: record => {
          note(record);
          return file?.write(record);
        },
        now: () => performance.now(),
        unixTime: nowSeconds,
        sleep: (ms, ending) =>
          delay(Math.max(0, ms), undefined, { signal: ending }).catch(
            () => undefined,
          ),
        signal,
      });
    } finally {
      await file?.close();
    }
    const svg = options.text('svg');
    const drawn = svg === undefined ? undefined : picture.svg();
    if (svg !== undefined && drawn !== undefined) await writeFile(svg, drawn);
    const report = reporter.report();
    show({ ...end, ...report }, () => crawlText(report, end));
  },
};
