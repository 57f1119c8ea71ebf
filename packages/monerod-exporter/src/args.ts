import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import {
  AnonymityReports,
  ONION_SERVICES,
  OnionService,
} from './anonymity/anonymityCollector';

/** Settings from the command line. */
export interface ExporterSettings {
  daemonUrl: string;
  /** API of a miner, which is watched in place of a daemon. */
  minerUrl?: string;
  listen: { host: string; port: number };
  timeoutMs: number;
  /** Look after a daemon of a closed network that does not notice that it is in sync. */
  rejoin: boolean;
  /** Where tor and i2pd beside the daemon say how they are. */
  anonymity: AnonymityReports;
  /** Only wait until this name resolves. */
  awaitName?: string;
}

/** The command line makes no sense; the message says why and what would. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Text of `--help`. */
export const HELP = `Serves metrics and health of one Monero daemon, or of one miner.

Usage: monerod-exporter [flags]

  --daemon-url URL     RPC of the daemon          (http://127.0.0.1:18081)
  --miner-url URL      watch xmrig instead: its HTTP API, such as
                       http://127.0.0.1:18088
  --listen IP:PORT     where to serve             (0.0.0.0:9000)
  --timeout-ms N       deadline of one scrape, below the scraper's (5000)
  --rejoin             for closed networks: when no peer is ahead and the daemon
                       does not notice that it is in sync, hang up on a peer for
                       a second, to be greeted again (README)
  --tor-report FILE    what tor beside the daemon says of itself (README, Tor and I2P)
  --onion-services LIST  what its onion address leads to: p2p, rpc or both (p2p)
  --i2pd-report FILE   the same of i2pd
  --await-name NAME    serve nothing; end once the name resolves (README, Miners)
  --help               this text

A daemon with a login: environment RPC_LOGIN=username:password.
A miner with a token: environment XMRIG_ACCESS_TOKEN.

  /metrics   Prometheus text or OpenMetrics, by Accept
  /readyz    200 when the node is in sync or the miner mines, else 503 and the reason
  /livez     200 while the exporter runs
`;

const OPTIONS = {
  'daemon-url': { type: 'string' },
  'miner-url': { type: 'string' },
  listen: { type: 'string', default: '0.0.0.0:9000' },
  'timeout-ms': { type: 'string', default: '5000' },
  rejoin: { type: 'boolean', default: false },
  'tor-report': { type: 'string' },
  'onion-services': { type: 'string' },
  'i2pd-report': { type: 'string' },
  'await-name': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const DEFAULT_DAEMON_URL = 'http://127.0.0.1:18081';
const MAX_PORT = 65_535;
const MAX_TIMEOUT_MS = 60_000;
const MIN_TIMEOUT_MS = 100;

function parseFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true })
      .values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. See --help`);
  }
}

function integer(
  flag: string,
  value: string,
  min: number,
  max: number,
): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max)) {
    throw new UsageError(
      `${flag}: "${value}" is not an integer from ${min} to ${max}`,
    );
  }
  return number;
}

function parseListen(value: string): { host: string; port: number } {
  const match = /^(.*):([^:]*)$/.exec(value);
  const host = match?.[1].replace(/^\[(.*)\]$/, '$1') ?? '';
  if (!match || isIP(host) === 0) {
    throw new UsageError(
      `--listen: "${value}" is not IP:PORT such as 0.0.0.0:9000 or [::]:9000`,
    );
  }
  return { host, port: integer('--listen', match[2], 0, MAX_PORT) };
}

/** RFC 1123; underscores are names of services elsewhere. */
const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/i;

function parseName(value: string | undefined): string | undefined {
  if (value !== undefined && !NAME.test(value)) {
    throw new UsageError(
      `--await-name: "${value}" is not a name such as mainnet-rpc.default.svc`,
    );
  }
  return value;
}

function parseServices(value: string): OnionService[] {
  const names = new Set(value.split(','));
  const services = ONION_SERVICES.filter(each => names.has(each));
  if (services.length !== names.size) {
    throw new UsageError(
      `--onion-services: "${value}" is not p2p, rpc or p2p,rpc`,
    );
  }
  return services;
}

function parseReports(
  tor: string | undefined,
  i2pd: string | undefined,
  services: string | undefined,
): AnonymityReports {
  for (const [flag, file] of [
    ['--tor-report', tor],
    ['--i2pd-report', i2pd],
  ]) {
    if (file !== undefined && !isAbsolute(file)) {
      throw new UsageError(
        `${flag}: "${file}" is not the path of a file from the root on`,
      );
    }
  }
  if (services !== undefined && tor === undefined) {
    throw new UsageError('--onion-services: needs --tor-report');
  }
  return {
    ...(tor
      ? { tor: { file: tor, services: parseServices(services ?? 'p2p') } }
      : {}),
    ...(i2pd ? { i2pd: { file: i2pd } } : {}),
  };
}

/**
 * Reads the command line.
 * @returns settings, or `help` when that was asked for
 * @throws UsageError
 */
export function parseExporterArgs(
  argv: readonly string[],
): ExporterSettings | 'help' {
  const flags = parseFlags(argv);
  if (flags.help) {
    return 'help';
  }
  if (flags['daemon-url'] !== undefined && flags['miner-url'] !== undefined) {
    throw new UsageError(
      '--daemon-url and --miner-url exclude each other: run one exporter for each',
    );
  }
  if (flags['miner-url'] !== undefined && flags.rejoin) {
    throw new UsageError('--rejoin is for daemons: leave out --miner-url');
  }
  const anonymity = parseReports(
    flags['tor-report'],
    flags['i2pd-report'],
    flags['onion-services'],
  );
  if (flags['miner-url'] !== undefined && Object.keys(anonymity).length > 0) {
    throw new UsageError(
      '--tor-report and --i2pd-report are for daemons: leave out --miner-url',
    );
  }
  return {
    rejoin: flags.rejoin,
    anonymity,
    daemonUrl: flags['daemon-url'] ?? DEFAULT_DAEMON_URL,
    minerUrl: flags['miner-url'],
    awaitName: parseName(flags['await-name']),
    listen: parseListen(flags.listen),
    timeoutMs: integer(
      '--timeout-ms',
      flags['timeout-ms'],
      MIN_TIMEOUT_MS,
      MAX_TIMEOUT_MS,
    ),
  };
}
