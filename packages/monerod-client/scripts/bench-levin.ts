/**
 * Compares our decoding and encoding with that of JSON, for the same messages
 * in one run: what counts are the ratios. One of them is a real answer, of a
 * regtest daemon that this starts.
 *
 * Usage: tsx scripts/bench-levin.ts
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuMs } from '../src/__testUtils__/cpuMs';
import { getBlocks } from '../src/endpoints/binary/getBlocks';
import { handshake, NETWORKS, ResponseOf } from '../src/levin';
import {
  blobList,
  Codec,
  fixedHex,
  list,
  object,
  storageCodec,
  text,
  u32,
  untypedCodec,
} from '../src/storage';
import {
  findMonerod,
  freePorts,
  startRegtestNode,
  THROWAWAY_ADDRESS,
} from '../src/testing';

/** Blocks of the real answer. */
const BLOCKS = 100;
/** The daemon mines them while the caller waits. */
const BLOCKS_A_CALL = 25;

const ROUND_MS = 100;
const ROUNDS = 5;

const { networkId, genesisId } = NETWORKS.mainnet;

/** A handshake with as many peers as there may be. */
const greeting: ResponseOf<typeof handshake> = {
  nodeData: {
    networkId,
    peerId: 2n ** 63n + 1n,
    myPort: 18080,
    rpcPort: 0,
    rpcCreditsPerHash: 0,
    supportFlags: 1,
  },
  syncData: {
    height: 3_500_000n,
    cumulativeDifficulty: 2n ** 70n,
    topId: genesisId,
    topVersion: 16,
    pruningSeed: 0,
  },
  peers: Array.from({ length: 250 }, (_, index) => ({
    address: { type: 'ipv4', host: `203.0.113.${index}`, port: 18080 },
    peerId: 2n ** 64n - BigInt(index + 1),
    lastSeen: 0n,
    pruningSeed: index % 2 ? 384 + (index % 8) : 0,
    rpcPort: index % 3 ? 0 : 18089,
    rpcCreditsPerHash: 0,
  })),
};

const hashes = storageCodec(object({ ids: blobList(fixedHex(32)) }));
const numbers = storageCodec(object({ heights: list(u32()) }));
const objects = storageCodec(
  object({ rows: list(object({ height: u32(), name: text() })) }),
);

interface Case {
  name: string;
  codec: Codec<object>;
  value: object;
}

const handshakeBytes = handshake.response.encode(greeting);
const CASES: Case[] = [
  { name: '250 peers', codec: handshake.response, value: greeting },
  {
    name: '250 peers, untyped',
    codec: untypedCodec(),
    value: untypedCodec().decode(handshakeBytes),
  },
  {
    name: '10,000 hashes',
    codec: hashes,
    value: { ids: new Array(10_000).fill(genesisId) },
  },
  {
    name: '100,000 numbers',
    codec: numbers,
    value: { heights: Array.from({ length: 100_000 }, (_, at) => 3e6 + at) },
  },
  {
    name: '8,000 objects',
    codec: objects,
    value: {
      rows: Array.from({ length: 8_000 }, (_, at) => ({
        height: 3e6 + at,
        name: `block ${at}`,
      })),
    },
  },
];

/** The shortest time that one run takes, of several rounds, in ms. */
function timeOf(work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = cpuMs();
    let runs = 0;
    while (cpuMs() - started < ROUND_MS) {
      work();
      runs += 1;
    }
    best = Math.min(best, (cpuMs() - started) / runs);
  }
  return best;
}

const jsonOf = (value: object) =>
  JSON.stringify(value, (_key, each) => {
    if (each instanceof Map) {
      return Object.fromEntries(each);
    }
    if (each instanceof Uint8Array) {
      return Buffer.from(each).toString('hex');
    }
    return typeof each === 'bigint' ? `${each}` : each;
  });

function report({ name, codec, value }: Case): string[] {
  const bytes = codec.encode(value);
  const json = jsonOf(value);
  // Without a replacer, as fast as JSON can.
  const plain = JSON.parse(json);
  const rate = (size: number, ms: number) => (size / 1e3 / ms).toFixed(0);
  const times = {
    decode: timeOf(() => codec.decode(bytes)),
    parse: timeOf(() => JSON.parse(json)),
    encode: timeOf(() => codec.encode(value)),
    stringify: timeOf(() => JSON.stringify(plain)),
  };
  return [
    name,
    `${bytes.length}`,
    rate(bytes.length, times.decode),
    rate(bytes.length, times.encode),
    `${json.length}`,
    rate(json.length, times.parse),
    rate(json.length, times.stringify),
    (times.decode / times.parse).toFixed(2),
    (times.encode / times.stringify).toFixed(2),
  ];
}

const HEAD = [
  'message',
  'bytes',
  'decode MB/s',
  'encode MB/s',
  'JSON bytes',
  'parse MB/s',
  'stringify MB/s',
  'decode/parse time',
  'encode/stringify time',
];

/** What a real daemon answers to `get_blocks.bin` for a chain of its own. */
async function realAnswer(): Promise<Uint8Array> {
  const binary = await findMonerod();
  const folder = await mkdtemp(join(tmpdir(), 'bench-levin-'));
  const [p2p, rpc, restrictedRpc] = await freePorts(3);
  const node = await startRegtestNode({
    binary,
    dataDir: folder,
    ports: { p2p, rpc, restrictedRpc },
    peers: [],
  });
  try {
    for (let mined = 0; mined < BLOCKS; mined += BLOCKS_A_CALL) {
      await node.client.generateBlocks({
        blocks: BLOCKS_A_CALL,
        walletAddress: THROWAWAY_ADDRESS,
      });
    }
    const answer = await fetch(`${node.url}/get_blocks.bin`, {
      method: 'POST',
      body: getBlocks.encode({ first: 1 }),
      signal: AbortSignal.timeout(30_000),
    });
    return new Uint8Array(await answer.arrayBuffer());
  } finally {
    await node.stop();
    await rm(folder, { recursive: true });
  }
}

/** The answer read by its declaration, and read and written without one. */
function answerCases(answer: Uint8Array): Case[] {
  const value = getBlocks.decode(answer);
  const untyped = untypedCodec();
  const plain = untyped.decode(answer);
  return [
    {
      name: `${value.blocks.length} blocks`,
      codec: { decode: getBlocks.decode, encode: () => untyped.encode(plain) },
      value,
    },
    { name: 'the same, untyped', codec: untyped, value: plain },
  ];
}

async function main(): Promise<void> {
  const rows = [
    HEAD,
    ...[...CASES, ...answerCases(await realAnswer())].map(report),
  ];
  rows.forEach(row => process.stdout.write(`${row.join('\t')}\n`));
}

void main();
