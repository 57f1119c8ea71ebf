/**
 * Damages messages at random and reads them: each must become a value or one of
 * our errors, in little time and little memory.
 *
 * Usage: tsx scripts/fuzz-levin.ts [--seconds=10] [--seed=N]
 *
 * Prints the seed; the same seed makes the same messages.
 */
import fc from 'fast-check';
import { damage, Random, randomFrom } from '../src/__testUtils__/damage';
import {
  handshake,
  LEVIN_LIMITS,
  LevinError,
  LevinParser,
  ping,
  supportFlags,
  timedSync,
} from '../src/levin';
import { recordedStreams } from '../src/levin/__testUtils__/recordings';
import { StorageError, untypedCodec } from '../src/storage';
import { anyFields } from '../src/storage/__testUtils__/nodes';

const MAX_CASE_MS = 500;
const MAX_HEAP_BYTES = 256 * 2 ** 20;
const MAGIC_BYTES = 9;

function readStream(stream: Uint8Array, random: Random): void {
  const parser = new LevinParser({ limits: LEVIN_LIMITS });
  parser.handshakeDone = random(2) === 1;
  for (let at = 0; at < stream.length; ) {
    const size = 1 + random(random(2) ? 8 : 4096);
    for (const message of parser.push(stream.subarray(at, at + size))) {
      if ((message.body?.length ?? 0) > stream.length) {
        throw new Error('a message larger than what it came from');
      }
    }
    at += size;
  }
  parser.end();
}

const codecs = [
  untypedCodec(),
  ...[handshake, timedSync, ping, supportFlags].flatMap(call => [
    call.request,
    call.response,
  ]),
];

function argument(name: string, fallback: number): number {
  const found = process.argv.find(each => each.startsWith(`--${name}=`));
  const value = found ? Number(found.slice(name.length + 3)) : fallback;
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`--${name}: expected an integer from 0, got ${found}`);
  }
  return value;
}

/** Messages to damage: recorded ones, and ones of every type. */
function originals(seed: number) {
  const streams = recordedStreams().map(
    ({ pieces }) => new Uint8Array(Buffer.concat(pieces)),
  );
  const bodies = streams.flatMap(stream => {
    const parser = new LevinParser();
    parser.handshakeDone = true;
    return [...parser.push(stream)].map(({ body = new Uint8Array(0) }) => body);
  });
  const made = fc
    .sample(anyFields, { numRuns: 200, seed })
    .map(fields => untypedCodec().encode(fields));
  return { streams, bodies: [...bodies, ...made] };
}

function main(): void {
  const seed = argument('seed', Date.now() % 2 ** 31);
  const endMs = performance.now() + argument('seconds', 10) * 1000;
  process.stdout.write(`seed ${seed}\n`);
  const random = randomFrom(seed);
  const { streams, bodies } = originals(seed);
  const counts = { values: 0, errors: 0 };
  const codes = new Map<string, number>();
  for (let turn = 0; performance.now() < endMs; turn++) {
    const isStream = random(4) === 0;
    const from = isStream ? streams : bodies;
    let bytes = from[random(from.length)];
    for (let times = 1 + random(4); times > 0; times--) {
      // Mostly behind the magic, without which nothing else is looked at.
      bytes = damage(bytes, random, { from: random(8) ? MAGIC_BYTES : 0 });
    }
    const started = performance.now();
    const reads = isStream
      ? [() => readStream(bytes, random)]
      : codecs.map(codec => () => codec.decode(bytes));
    for (const read of reads) {
      try {
        read();
        counts.values += 1;
      } catch (error) {
        if (!(error instanceof StorageError || error instanceof LevinError)) {
          const hex = Buffer.from(bytes).toString('hex');
          throw new Error(`turn ${turn}: ${hex}`, { cause: error });
        }
        counts.errors += 1;
        codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
      }
    }
    const tookMs = performance.now() - started;
    const heapBytes = process.memoryUsage().heapUsed;
    if (tookMs > MAX_CASE_MS || heapBytes > MAX_HEAP_BYTES) {
      throw new Error(
        `turn ${turn}: ${tookMs} ms, ${heapBytes} bytes: ${Buffer.from(
          bytes,
        ).toString('hex')}`,
      );
    }
  }
  process.stdout.write(
    `${counts.values} values, ${counts.errors} errors: ${JSON.stringify(
      Object.fromEntries(codes),
    )}\n`,
  );
}

main();
