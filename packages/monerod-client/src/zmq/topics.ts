import { MonerodError } from '../errors';
import { MinerData, decodeMinerData } from '../endpoints/getMinerData';
import { parseJson } from '../json';
import { WireReader } from '../wire';

/** A block as it was published. */
export interface PublishedBlock {
  majorVersion: number;
  minorVersion: number;
  timestampSeconds: number;
  previousHash: string;
  nonce: number;
  /** Index of the block. */
  index: number;
  /** Without the one that rewards the miner. */
  transactionHashes: string[];
  /** All of it, as monerod writes it. */
  raw: Readonly<Record<string, unknown>>;
}

/** A transaction as it was published. */
export interface PublishedTransaction {
  version: number;
  unlockTime: bigint;
  inputs: number;
  outputs: number;
  /** All of it, as monerod writes it. */
  raw: Readonly<Record<string, unknown>>;
}

/** A transaction that has come into the pool. */
export interface PoolArrival {
  hash: string;
  sizeBytes: number;
  weightBytes: number;
  feeAtomicUnits: bigint;
}

/** What each topic tells. */
export interface Notifications {
  /** Blocks that are the top of the chain now; after a reorganisation from where it parted. */
  'json-minimal-chain_main': {
    /** Index of the first one. */
    first: number;
    previousHash: string;
    hashes: string[];
  };
  'json-full-chain_main': { blocks: PublishedBlock[] };
  'json-minimal-txpool_add': { transactions: PoolArrival[] };
  'json-full-txpool_add': { transactions: PublishedTransaction[] };
  /** What pools need for a template, whenever it changes. */
  'json-full-miner_data': MinerData;
}

/** What monerod publishes by `--zmq-pub`. */
export type Topic = keyof Notifications;

function listOf<T>(wire: WireReader, decode: (entry: WireReader) => T): T[] {
  return wire.list('list', decode);
}

const decodeBlock = (wire: WireReader): PublishedBlock => ({
  majorVersion: wire.count('major_version'),
  minorVersion: wire.count('minor_version'),
  timestampSeconds: wire.count('timestamp'),
  previousHash: wire.hash('prev_id'),
  nonce: wire.count('nonce'),
  index: wire
    .object('miner_tx')
    .list('inputs', input => input.object('gen').count('height'))[0],
  transactionHashes: wire.hashes('tx_hashes'),
  raw: wire.plain(),
});

const decodeTransaction = (wire: WireReader): PublishedTransaction => ({
  version: wire.count('version'),
  unlockTime: wire.uint64('unlock_time'),
  inputs: wire.list('inputs', () => undefined).length,
  outputs: wire.list('outputs', () => undefined).length,
  raw: wire.plain(),
});

const decodeArrival = (wire: WireReader): PoolArrival => ({
  hash: wire.hash('id'),
  sizeBytes: wire.count('blob_size'),
  weightBytes: wire.count('weight'),
  feeAtomicUnits: wire.uint64('fee'),
});

/** How each topic is read; lists are wrapped in an object first. */
const DECODERS: {
  readonly [T in Topic]: (wire: WireReader) => Notifications[T];
} = {
  'json-minimal-chain_main': wire => ({
    first: wire.count('first_height'),
    previousHash: wire.hash('first_prev_id'),
    hashes: wire.hashes('ids'),
  }),
  'json-full-chain_main': wire => ({ blocks: listOf(wire, decodeBlock) }),
  'json-minimal-txpool_add': wire => ({
    transactions: listOf(wire, decodeArrival),
  }),
  'json-full-txpool_add': wire => ({
    transactions: listOf(wire, decodeTransaction),
  }),
  'json-full-miner_data': decodeMinerData,
};

/** Every topic. */
export const TOPICS = Object.keys(DECODERS) as Topic[];

/** What a message tells, with its topic. */
export type Notification<T extends Topic = Topic> = {
  [Each in T]: { topic: Each } & Notifications[Each];
}[T];

/** @throws MonerodError `InvalidResponse` */
function parse(topic: Topic, text: string): WireReader {
  try {
    const value = parseJson(text);
    return new WireReader(
      Array.isArray(value) ? { list: value } : value,
      topic,
    );
  } catch (error) {
    throw error instanceof MonerodError
      ? error
      : new MonerodError('InvalidResponse', `${topic}: is no JSON`, {
          cause: error,
        });
  }
}

/**
 * Reads a message: `TOPIC:JSON`.
 *
 * @throws MonerodError `InvalidResponse`
 */
export function decodeNotification(body: Uint8Array): Notification {
  const text = Buffer.from(
    body.buffer,
    body.byteOffset,
    body.byteLength,
  ).toString('utf8');
  const colon = text.indexOf(':');
  const topic = TOPICS.find(each => each === text.slice(0, colon));
  if (!topic) {
    throw new MonerodError(
      'InvalidResponse',
      `ZMQ: a message of no topic: ${JSON.stringify(text.slice(0, 60))}`,
    );
  }
  const wire = parse(topic, text.slice(colon + 1));
  return { topic, ...DECODERS[topic](wire) } as Notification;
}
