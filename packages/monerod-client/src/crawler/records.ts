import { PeerErrorCode } from '../peer';
import { CrawlAddress, parseAddressText } from './address';

/** What came of dialling a peer. */
export type CrawlOutcome = 'reached' | Exclude<PeerErrorCode, 'Aborted'>;

/** One peer that was dialled: one line of the output. */
export interface NodeRecord {
  type: 'node';
  /** `host:port`, IPv6 in brackets. */
  address: string;
  outcome: CrawlOutcome;
  /** Unix time at which it was dialled. */
  atSeconds: number;
  tookMs: number;
  /** Of what it said, where it was reached. */
  height?: number;
  topId?: string;
  /** Hard fork version of its top block. */
  topVersion?: number;
  pruningSeed?: number;
  /** 64 bits in hexadecimal. */
  peerId?: string;
  /** Of its public RPC. */
  rpcPort?: number;
  /** How many peers it told of. */
  peers?: number;
}

/** One peer that told of another: one line of the output. */
export interface EdgeRecord {
  type: 'edge';
  from: string;
  to: string;
  /** Unix time at which the first says that it saw the second; monerod keeps it to itself. */
  lastSeenSeconds?: number;
}

/** One line of the output. */
export type CrawlRecord = NodeRecord | EdgeRecord;

const OUTCOMES: ReadonlySet<string> = new Set<CrawlOutcome>([
  'reached',
  'Timeout',
  'Unreachable',
  'Refused',
  'WrongNetwork',
  'Closed',
  'BadMessage',
  'CallFailed',
]);

/** A line of an earlier crawl makes no sense; the message says which and why. */
export class RecordError extends Error {
  readonly name = 'RecordError';
}

function addressIn(fields: Record<string, unknown>, name: string): string {
  const text = fields[name];
  if (typeof text !== 'string' || !parseAddressText(text)) {
    throw new RecordError(
      `${name}: ${JSON.stringify(
        text,
      )} is not an address such as 203.0.113.7:18080`,
    );
  }
  return text;
}

function countIn(
  fields: Record<string, unknown>,
  name: string,
): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new RecordError(
      `${name}: ${JSON.stringify(value)} is not an integer from 0`,
    );
  }
  return value;
}

const wordIn = (fields: Record<string, unknown>, name: string) =>
  typeof fields[name] === 'string' ? (fields[name] as string) : undefined;

function nodeOf(fields: Record<string, unknown>): NodeRecord {
  const outcome = fields.outcome;
  if (typeof outcome !== 'string' || !OUTCOMES.has(outcome)) {
    throw new RecordError(
      `outcome: ${JSON.stringify(outcome)} is none of ${[...OUTCOMES].join(
        ', ',
      )}`,
    );
  }
  return {
    type: 'node',
    address: addressIn(fields, 'address'),
    outcome: outcome as CrawlOutcome,
    atSeconds: countIn(fields, 'atSeconds') ?? 0,
    tookMs: countIn(fields, 'tookMs') ?? 0,
    height: countIn(fields, 'height'),
    topId: wordIn(fields, 'topId'),
    topVersion: countIn(fields, 'topVersion'),
    pruningSeed: countIn(fields, 'pruningSeed'),
    peerId: wordIn(fields, 'peerId'),
    rpcPort: countIn(fields, 'rpcPort'),
    peers: countIn(fields, 'peers'),
  };
}

/** Reads one line of an earlier crawl. @throws RecordError */
export function parseRecord(line: string): CrawlRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RecordError(`not JSON: ${JSON.stringify(line.slice(0, 60))}`);
  }
  if (typeof value !== 'object' || value === null) {
    throw new RecordError(`not an object: ${line.slice(0, 60)}`);
  }
  const fields = value as Record<string, unknown>;
  if (fields.type === 'node') return nodeOf(fields);
  if (fields.type === 'edge') {
    return {
      type: 'edge',
      from: addressIn(fields, 'from'),
      to: addressIn(fields, 'to'),
      lastSeenSeconds: countIn(fields, 'lastSeenSeconds'),
    };
  }
  throw new RecordError(
    `type: ${JSON.stringify(fields.type)} is neither node nor edge`,
  );
}

/** The address of a record; records hold nothing else where one belongs. */
export const addressOf = (text: string): CrawlAddress =>
  parseAddressText(text) as CrawlAddress;
