import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { AddressError, parseAddress } from '../addresses';
import { parseAddressText, parseRecord, RecordError } from '../crawler';
import { AnyEndpoint } from '../endpoint';
import { unrestrictedEndpoints } from '../endpoints';
import { MonerodError } from '../errors';
import {
  handshake,
  LevinError,
  LevinParser,
  ping,
  supportFlags,
  timedSync,
} from '../levin';
import { recordedStreams } from '../levin/__testUtils__/recordings';
import { callEndpoint } from '../rpc';
import {
  loadWordList,
  readSeed,
  SEED_LANGUAGES,
  SeedError,
  WordList,
} from '../seeds';
import { StorageError, untypedCodec } from '../storage';
import { walletEndpoints } from '../wallet/endpoints';
import { decodeNotification } from '../zmq/topics';
import { encodeGreeting, encodeMessage, encodeReady } from '../zmq/zmtp';
import { ZmtpParser } from '../zmq/ZmtpParser';
import { cpuMs } from './cpuMs';
import { damage, Random, randomFrom } from './damage';
import { WALLETS } from './vectors';

/** One decoder, real input of it, and the errors that it may throw. */
interface Target {
  name: string;
  originals: readonly Uint8Array[];
  decode(bytes: Uint8Array): unknown;
  /** How large its input may be, in bytes; twice that is what it may take. */
  limit: number;
  errors: readonly (abstract new (...args: never[]) => Error)[];
}

const REPLIES = join(__dirname, '..', 'testdata', 'rpc');
const WALLET_REPLIES = join(__dirname, '..', 'testdata', 'wallet');

/** A case that takes longer, by the processor's clock, is a hang. */
const MAX_CASE_MS = 500;

/**
 * What readers take at most by default: answers of daemons, messages before a
 * handshake. Words have none; looking for similar ones in twelve languages takes
 * some megabytes, however few they are.
 */
const LIMITS = {
  answer: 16 * 2 ** 20,
  message: 256 * 2 ** 10,
  words: 4 * 2 ** 20,
};

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const bytesOf = (value: string) => new Uint8Array(Buffer.from(value));

/** One call, as its client reads the answer. */
function callTarget(
  name: string,
  endpoint: AnyEndpoint<unknown, unknown>,
  reply: Uint8Array,
): Target {
  return {
    name,
    originals: [new Uint8Array(reply)],
    decode: body =>
      callEndpoint(endpoint, undefined, {
        listener: 'unrestricted',
        transport: {
          timeoutMs: 1_000,
          post: async () => body,
          close: async () => undefined,
        },
      }),
    errors: [MonerodError],
    limit: LIMITS.answer,
  };
}

function rpcTargets(): Target[] {
  return readdirSync(REPLIES).flatMap(version =>
    readdirSync(join(REPLIES, version)).map(file => {
      const name = file.replace(/\.\w+$/, '');
      const raw = readFileSync(join(REPLIES, version, file));
      const reply = file.endsWith('.hex')
        ? Buffer.from(text(raw).trim(), 'hex')
        : raw;
      const own =
        unrestrictedEndpoints[name as keyof typeof unrestrictedEndpoints];
      const encode =
        own.style === 'binary' ? () => new Uint8Array() : undefined;
      const endpoint = { ...own, encode } as AnyEndpoint<unknown, unknown>;
      return callTarget(`${own.name} ${version}`, endpoint, reply);
    }),
  );
}

function walletTargets(): Target[] {
  return readdirSync(WALLET_REPLIES).map(file => {
    const name = file.replace('.json', '') as keyof typeof walletEndpoints;
    const endpoint = { ...walletEndpoints[name], encode: undefined };
    return callTarget(
      `wallet ${endpoint.name}`,
      endpoint as AnyEndpoint<unknown, unknown>,
      readFileSync(join(WALLET_REPLIES, file)),
    );
  });
}

/** Frames, and what is in them, in the form of monerod's. */
function zmqTargets(): Target[] {
  const hash = 'ab'.repeat(32);
  const news = [
    `json-minimal-chain_main:{"first_height":7,"first_prev_id":"${hash}","ids":["${hash}"]}`,
    `json-minimal-txpool_add:[{"id":"${hash}","blob_size":1500,"weight":1500,"fee":30000000}]`,
  ].map(bytesOf);
  const stream = [
    encodeGreeting(),
    encodeReady('PUB'),
    ...news.map(encodeMessage),
  ];
  return [
    {
      name: 'zmtp',
      originals: [new Uint8Array(Buffer.concat(stream))],
      decode: bytes => new ZmtpParser(LIMITS.message).push(bytes),
      errors: [MonerodError],
      limit: LIMITS.message,
    },
    {
      name: 'zmq news',
      originals: news,
      decode: decodeNotification,
      errors: [MonerodError],
      limit: LIMITS.answer,
    },
  ];
}

function peerTargets(): Target[] {
  const streams = recordedStreams().map(
    ({ pieces }) => new Uint8Array(Buffer.concat(pieces)),
  );
  const bodies = streams.flatMap(stream => {
    const parser = new LevinParser();
    parser.handshakeDone = true;
    return [...parser.push(stream)].map(({ body = new Uint8Array() }) => body);
  });
  const codecs = [handshake, timedSync, ping, supportFlags].flatMap(call => [
    call.request,
    call.response,
  ]);
  return [
    {
      name: 'levin',
      originals: streams,
      decode: bytes => {
        const parser = new LevinParser();
        const messages = [...parser.push(bytes)];
        parser.end();
        return messages;
      },
      errors: [LevinError],
      limit: LIMITS.message,
    },
    ...[untypedCodec(), ...codecs].map((codec, index) => ({
      name: `storage ${index}`,
      originals: bodies,
      decode: (bytes: Uint8Array) => codec.decode(bytes),
      errors: [StorageError],
      limit: LIMITS.message,
    })),
  ];
}

function textTargets(wordLists: readonly WordList[]): Target[] {
  const edge = '{"type":"edge","from":"203.0.113.7:1","to":"[2001:db8::7]:2"}';
  return [
    {
      name: 'address',
      originals: WALLETS.map(({ address }) => bytesOf(address)),
      decode: bytes => parseAddress(text(bytes)),
      errors: [AddressError],
      limit: LIMITS.words,
    },
    {
      name: 'seed',
      originals: WALLETS.map(({ seed }) => bytesOf(seed)),
      decode: bytes => readSeed(text(bytes), wordLists),
      errors: [SeedError],
      limit: LIMITS.words,
    },
    {
      name: 'crawl record',
      originals: [bytesOf(edge)],
      decode: bytes => parseRecord(text(bytes)),
      errors: [RecordError],
      limit: LIMITS.words,
    },
    {
      name: 'crawl address',
      originals: [bytesOf('[2001:db8::7]:18080'), bytesOf('203.0.113.7:1')],
      decode: bytes => parseAddressText(text(bytes)),
      errors: [],
      limit: LIMITS.words,
    },
  ];
}

/** Every decoder that meets bytes of others. */
export async function fuzzTargets(): Promise<Target[]> {
  const wordLists = await Promise.all(SEED_LANGUAGES.map(loadWordList));
  return [
    ...rpcTargets(),
    ...walletTargets(),
    ...zmqTargets(),
    ...peerTargets(),
    ...textTargets(wordLists),
  ];
}

const heapBytes = (): number => {
  const { used_heap_size: used, external_memory: external } =
    getHeapStatistics();
  return used + external;
};

function damaged(target: Target, random: Random): Uint8Array {
  let bytes = target.originals[random(target.originals.length)];
  for (let times = 1 + random(4); times > 0; times -= 1) {
    bytes = damage(bytes, random);
  }
  return bytes;
}

/** How many inputs became values, and how many errors. */
export interface FuzzResult {
  values: number;
  errors: number;
  slowestMs: number;
  largestBytes: number;
}

/**
 * Reads damaged captures, each by its decoder, in turn: each must become a value
 * or an error of ours, in little time and memory.
 *
 * @throws Error with target and input, for what does not
 */
export async function fuzzDecoders(
  seed: number,
  cases: number,
): Promise<FuzzResult> {
  const random = randomFrom(seed);
  const targets = await fuzzTargets();
  // what loads at the first use is no hang
  for (const { decode, originals } of targets) {
    await Promise.resolve(originals[0])
      .then(decode)
      .catch(() => undefined);
  }
  const result = { values: 0, errors: 0, slowestMs: 0, largestBytes: 0 };
  for (let index = 0; index < cases; index += 1) {
    const target = targets[index % targets.length];
    const bytes = damaged(target, random);
    const fail = (why: string, cause?: unknown) => {
      const hex = Buffer.from(bytes).toString('hex');
      return new Error(
        `case ${index} of seed ${seed}, ${target.name}: ${why}: ${hex}`,
        { cause },
      );
    };
    const before = heapBytes();
    const startedMs = cpuMs();
    try {
      await target.decode(bytes);
      result.values += 1;
    } catch (error) {
      if (!target.errors.some(type => error instanceof type)) {
        throw fail(`throws ${error}`, error);
      }
      result.errors += 1;
    }
    const tookMs = cpuMs() - startedMs;
    const grown = heapBytes() - before;
    if (tookMs > MAX_CASE_MS) throw fail(`takes ${tookMs} ms`);
    if (grown > 2 * target.limit) throw fail(`takes ${grown} bytes of memory`);
    result.slowestMs = Math.max(result.slowestMs, tookMs);
    result.largestBytes = Math.max(result.largestBytes, grown);
  }
  return result;
}
