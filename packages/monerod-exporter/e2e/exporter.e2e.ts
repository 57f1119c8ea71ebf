import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  THROWAWAY_ADDRESS,
  waitFor,
} from 'monerod-client/testing';

jest.setTimeout(120_000);

const COMMAND = join(__dirname, '..', 'bin', 'monerod-exporter.js');

interface Exporter {
  url: string;
  child: ChildProcess;
  stop(): Promise<number | null>;
}

let binary: string;
let folder: string;
let nodes: RegtestNode[] = [];
let exporters: Exporter[] = [];

/** The command as people run it, in a process of its own. */
async function startExporter(
  daemonUrl: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Exporter> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      COMMAND,
      `--daemon-url=${daemonUrl}`,
      '--listen=127.0.0.1:0',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  );
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const ended = once(child, 'exit');
  const exporter: Exporter = {
    url: String(line).replace(/^.* on /, ''),
    child,
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
  exporters.push(exporter);
  return exporter;
}

async function startNode(
  [p2p, rpc, restrictedRpc]: number[],
  peers: number[],
): Promise<RegtestNode> {
  const node = await startRegtestNode({
    binary,
    dataDir: join(folder, `node-${p2p}`),
    ports: { p2p, rpc, restrictedRpc },
    peers,
  });
  nodes.push(node);
  return node;
}

async function startPair() {
  const ports = await freePorts(6);
  const [a, b] = [ports.slice(0, 3), ports.slice(3)];
  const [first, second] = await Promise.all([
    startNode(a, [b[0]]),
    startNode(b, [a[0]]),
  ]);
  return { first, second, restartSecond: () => startNode(b, [a[0]]) };
}

const get = async (exporter: Exporter, path: string) => {
  const response = await fetch(`${exporter.url}${path}`);
  return { status: response.status, body: await response.text() };
};

async function metrics(exporter: Exporter): Promise<Record<string, number>> {
  const { body } = await get(exporter, '/metrics');
  return Object.fromEntries(
    body
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => [
        line.slice(0, line.lastIndexOf(' ')),
        Number(line.slice(line.lastIndexOf(' '))),
      ]),
  );
}

const untilReadyz = (exporter: Exporter, status: number, body: RegExp) =>
  waitFor(`/readyz to be ${status} ${body}`, async () => {
    const answer = await get(exporter, '/readyz');
    return answer.status === status && body.test(answer.body)
      ? answer
      : undefined;
  });

beforeAll(async () => {
  binary = await findMonerod();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monerod-exporter-'));
});

afterEach(async () => {
  await Promise.all([
    ...exporters.map(exporter => exporter.stop()),
    ...nodes.map(node => node.stop('SIGKILL')),
  ]);
  exporters = [];
  nodes = [];
  await rm(folder, { recursive: true, force: true });
});

it('follows a pair: blocks, a peer that goes and comes, the end of the daemon', async () => {
  const { first, second, restartSecond } = await startPair();
  const exporter = await startExporter(first.url);

  await untilReadyz(exporter, 200, /^in sync at height 1$/m);
  await second.client.generateBlocks({
    blocks: 2,
    walletAddress: THROWAWAY_ADDRESS,
  });
  await untilReadyz(exporter, 200, /^in sync at height 3$/m);
  const hash = (await second.client.getInfo()).topBlockHash;
  const found = await metrics(exporter);
  expect(found).toMatchObject({
    monero_up: 1,
    monero_info_height: 3,
    monero_info_in_sync: 1,
    monero_info_synchronized: 1,
    'monero_info_nettype{nettype="regtest"}': 1,
    monero_lastblock_height: 2,
    [`monero_lastblock_hash_info{hash="${hash}"}`]: 1,
    monero_transaction_pool_transactions: 0,
  });
  expect(
    found['monero_p2p_connections{type="in"}'] +
      found['monero_p2p_connections{type="out"}'],
  ).toBeGreaterThanOrEqual(1);
  expect(
    Math.abs(found.monero_lastblock_timestamp_seconds - Date.now() / 1000),
  ).toBeLessThan(300);
  expect(
    Object.keys(found).some(name =>
      /^monero_build_info\{version="0\.18\..+"\}$/.test(name),
    ),
  ).toBe(true);
  expect(
    Object.entries(found)
      .filter(([name]) => name.startsWith('monero_exporter_collector_success'))
      .map(([, value]) => value),
  ).toEqual([1, 1, 1, 1, 1, 1]);

  await second.stop();
  await untilReadyz(exporter, 503, /^no peers: 0 connections$/m);
  expect(await metrics(exporter)).toMatchObject({
    monero_up: 1,
    monero_info_synchronized: 1,
    monero_info_in_sync: 0,
    'monero_p2p_connections{type="in"}': 0,
    'monero_p2p_connections{type="out"}': 0,
  });

  await restartSecond();
  await untilReadyz(exporter, 200, /^in sync at height 3$/m);

  await first.stop('SIGKILL');
  await untilReadyz(exporter, 503, /^monerod does not answer: .*ECONNREFUSED/m);
  const down = await metrics(exporter);
  expect(down.monero_up).toBe(0);
  expect(down).not.toHaveProperty('monero_info_height');
  expect((await get(exporter, '/livez')).status).toBe(200);
  expect(await exporter.stop()).toBe(0);
});

it('answers within two seconds for a daemon that hangs, and recovers with it', async () => {
  const node = await startNode(await freePorts(3), []);
  const exporter = await startExporter(node.url);
  await untilReadyz(
    exporter,
    200,
    /^in sync at height 1, offline by intention$/m,
  );

  node.signal('SIGSTOP');
  const startedAt = performance.now();
  await get(exporter, '/readyz');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await untilReadyz(exporter, 503, /^monerod has not answered for \d+ s$/m);
  expect((await metrics(exporter)).monero_up).toBe(0);

  node.signal('SIGCONT');
  await untilReadyz(exporter, 200, /^in sync/);
});

it('serves fewer families from a restricted listener, and calls none of them a failure', async () => {
  const node = await startNode(await freePorts(3), []);
  const exporter = await startExporter(node.restrictedUrl);
  const found = await metrics(exporter);
  expect(found).toMatchObject({
    monero_up: 1,
    monero_info_height: 1,
    monero_info_in_sync: 1,
    monero_lastblock_height: 0,
  });
  const absent = [
    'monero_info_free_space_bytes',
    'monero_p2p_connections{type="in"}',
    'monero_exporter_collector_success{collector="connections"}',
  ];
  expect(absent.filter(name => name in found)).toEqual([]);
  expect(
    Object.entries(found)
      .filter(([name]) => name.startsWith('monero_exporter_collector_success'))
      .map(([, value]) => value),
  ).toEqual([1, 1, 1, 1, 1]);
});
