/** How fast a miner hashes; a window is unknown until the miner has run that long. */
export interface Hashrate {
  tenSeconds?: number;
  minute?: number;
  quarterHour?: number;
  highest?: number;
}

/** The link to the pool or daemon that gives work. */
export interface MinerConnection {
  /** `host:port`. */
  pool: string;
  uptimeSeconds: number;
  pingSeconds: number;
  tls: boolean;
}

/** What xmrig says about itself at `/2/summary`. */
export interface MinerSummary {
  version: string;
  /** Name of this miner in its API: the host's, unless set. */
  worker: string;
  uptimeSeconds: number;
  paused: boolean;
  /** Absent before the first work. */
  algorithm?: string;
  /** Absent while there is none. */
  connection?: MinerConnection;
  /** Connections that failed, since the start. */
  connectionFailures: number;
  /** Results handed in since the start; solo, each is a block. */
  accepted: number;
  rejected: number;
  /** Hashes that the accepted results stand for. */
  acceptedHashes: number;
  /** Hashes that the next result takes on average. */
  difficulty?: number;
  hashrate: Hashrate;
  residentMemoryBytes?: number;
  hugePages?: { used: number; wanted: number };
  donateLevelPercent?: number;
}

/** The answer is not what xmrig's API promises. */
export class SummaryError extends Error {
  readonly name = 'SummaryError';
}

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(of: Json, field: string): Json {
  const value = of[field];
  if (!isRecord(value)) throw new SummaryError(`${field} is no object`);
  return value;
}

/** A count or an amount; anything else is no summary. */
function amount(of: Json, field: string): number {
  const value = of[field];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new SummaryError(`${field} is no number`);
  }
  return value;
}

function optionalAmount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : undefined;
}

/** Texts become labels: bounded, whatever a miner says. */
function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value.slice(0, 256)
    : undefined;
}

function connectionOf(connection: Json): MinerConnection | undefined {
  const pool = words(connection.pool);
  if (pool === undefined) return undefined;
  return {
    pool,
    uptimeSeconds: amount(connection, 'uptime'),
    pingSeconds: amount(connection, 'ping') / 1000,
    tls: words(connection.tls) !== undefined,
  };
}

function hashrateOf(hashrate: Json): Hashrate {
  const total: unknown[] = Array.isArray(hashrate.total) ? hashrate.total : [];
  const [tenSeconds, minute, quarterHour] = total.map(optionalAmount);
  return {
    tenSeconds,
    minute,
    quarterHour,
    highest: optionalAmount(hashrate.highest),
  };
}

function hugePagesOf(value: unknown) {
  if (!Array.isArray(value)) return undefined;
  const [used, wanted] = value.map(optionalAmount);
  return used === undefined || wanted === undefined
    ? undefined
    : { used, wanted };
}

/**
 * Understands an answer of `/2/summary`. xmrig says 0 or "" where it has no
 * connection and null where it has not measured long enough: here that is
 * absent.
 * @throws SummaryError
 */
export function decodeSummary(wire: unknown): MinerSummary {
  if (!isRecord(wire)) throw new SummaryError('the summary is no object');
  const results = record(wire, 'results');
  const connection = record(wire, 'connection');
  const accepted = amount(results, 'shares_good');
  const memory = isRecord(wire.resources) ? wire.resources.memory : undefined;
  return {
    version: words(wire.version) ?? '',
    worker: words(wire.worker_id) ?? '',
    uptimeSeconds: amount(wire, 'uptime'),
    paused: wire.paused === true,
    algorithm: words(wire.algo),
    connection: connectionOf(connection),
    connectionFailures: amount(connection, 'failures'),
    accepted,
    rejected: Math.max(0, amount(results, 'shares_total') - accepted),
    acceptedHashes: amount(results, 'hashes_total'),
    difficulty: optionalAmount(results.diff_current) || undefined,
    hashrate: hashrateOf(record(wire, 'hashrate')),
    residentMemoryBytes: isRecord(memory)
      ? optionalAmount(memory.resident_set_memory)
      : undefined,
    hugePages: hugePagesOf(wire.hugepages),
    donateLevelPercent: optionalAmount(wire.donate_level),
  };
}
