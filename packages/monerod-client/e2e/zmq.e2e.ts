import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  Suite,
  THROWAWAY_ADDRESS,
} from '../src/testing';
import { Gap, Notification, subscribe, Topic, TOPICS } from '../src/zmq';
import { makeTransaction } from './makeTransaction';

jest.setTimeout(180_000);

let folder: string;
let ports: number[];
let node: RegtestNode | undefined;

const start = async (suite: Suite) => {
  const [p2p, rpc, restrictedRpc, pub, zmqRpc] = ports;
  node = await startRegtestNode({
    binary: await findMonerod(suite),
    dataDir: join(folder, suite),
    ports: { p2p, rpc, restrictedRpc },
    peers: [],
    zmq: { pub, rpc: zmqRpc },
  });
  return { node, url: `tcp://127.0.0.1:${pub}` };
};

/** Reads on until every topic has been heard. */
async function hear(
  news: AsyncGenerator<Notification | Gap, void, undefined>,
  topics: readonly Topic[],
  heard: Map<string, Notification>,
): Promise<void> {
  while (!topics.every(topic => heard.has(topic))) {
    const { value } = await news.next();
    if (value && value.topic !== 'gap' && !heard.has(value.topic)) {
      heard.set(value.topic, value);
    }
  }
}

const mine = (daemon: RegtestNode) =>
  daemon.client.generateBlocks(
    { blocks: 1, walletAddress: THROWAWAY_ADDRESS },
    { timeoutMs: 60_000 },
  );

/** Nobody is told when a subscription has arrived: mines until the work is done. */
async function mineUntil<T>(daemon: RegtestNode, work: Promise<T>): Promise<T> {
  let done = false;
  const end = () => {
    done = true;
  };
  work.then(end, end);
  while (!done) {
    await mine(daemon);
  }
  return work;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zmq-'));
  ports = await freePorts(5);
});

afterEach(async () => {
  await node?.stop('SIGKILL');
  node = undefined;
  await rm(folder, { recursive: true, force: true });
});

it('hears every topic of a real daemon', async () => {
  const { node: daemon, url } = await start('trixie');
  const transaction = await makeTransaction(daemon);
  const news = subscribe({ url, topics: TOPICS });
  const heard = new Map<string, Notification>();
  const ofBlocks = TOPICS.filter(topic => !topic.includes('txpool'));
  await mineUntil(daemon, hear(news, ofBlocks, heard));
  await daemon.client.sendRawTransaction({ hex: transaction.hex });
  await hear(news, TOPICS, heard);
  await news.return();

  const chain = heard.get('json-minimal-chain_main');
  expect(chain).toMatchObject({
    hashes: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  });
  expect(heard.get('json-full-chain_main')).toMatchObject({
    blocks: [{ majorVersion: 16, index: (chain as { first: number }).first }],
  });
  expect(heard.get('json-minimal-txpool_add')).toMatchObject({
    transactions: [
      { hash: transaction.hash, sizeBytes: transaction.hex.length / 2 },
    ],
  });
  expect(heard.get('json-full-txpool_add')).toMatchObject({
    transactions: [{ version: 2, outputs: 2 }],
  });
  expect(heard.get('json-full-miner_data')).toMatchObject({ difficulty: 1n });
});

it('goes on after the daemon was killed and started again', async () => {
  const { node: before, url } = await start('bookworm');
  const news = subscribe({ url, topics: ['json-minimal-chain_main'] });
  const first = await mineUntil(before, news.next());
  expect(first.value).toHaveProperty('hashes');
  await before.stop('SIGKILL');
  const { node: after } = await start('bookworm');
  let told = (await news.next()).value;
  while (told && told.topic !== 'gap') {
    told = (await news.next()).value;
  }
  expect(told).toMatchObject({ topic: 'gap', reason: 'reconnected' });
  const more = await mineUntil(after, news.next());
  expect(more.value).toHaveProperty('hashes');
  await news.return();
});

it('watch shows blocks in the shell', async () => {
  const { node: daemon, url } = await start('trixie');
  const program = join(__dirname, '..', 'bin', 'monerod-client.js');
  const watching = new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      [program, 'watch', '--zmq', url, '--count', '1'],
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
  await mineUntil(daemon, watching);
  expect(await watching).toMatch(
    /^\d\d:\d\d:\d\d {2}block {2}\d+ {2}[0-9a-f]{64}\n$/,
  );
});
