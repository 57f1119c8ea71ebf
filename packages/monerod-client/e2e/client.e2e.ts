import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDaemonClient,
  createRestrictedDaemonClient,
  inSync,
  RestrictedDaemonClient,
} from '../src';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  Suite,
  THROWAWAY_ADDRESS,
  waitFor,
} from '../src/testing';

jest.setTimeout(120_000);

let folder: string;
let nodes: RegtestNode[] = [];

async function start(
  binary: string,
  ports: number[],
  peers: number[],
  login?: { username: string; password: string },
): Promise<RegtestNode> {
  const [p2p, rpc, restrictedRpc] = ports;
  const node = await startRegtestNode({
    binary,
    dataDir: join(folder, `node-${p2p}`),
    ports: { p2p, rpc, restrictedRpc },
    peers,
    credentials: login,
  });
  nodes.push(node);
  return node;
}

async function startPair(binary: string): Promise<[RegtestNode, RegtestNode]> {
  const ports = await freePorts(6);
  const [a, b] = [ports.slice(0, 3), ports.slice(3)];
  return Promise.all([start(binary, a, [b[0]]), start(binary, b, [a[0]])]);
}

const untilInSync = (client: Pick<RestrictedDaemonClient, 'getInfo'>) =>
  waitFor('in sync', async () => {
    const verdict = inSync(await client.getInfo());
    return verdict.inSync ? verdict : undefined;
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monerod-client-'));
});

afterEach(async () => {
  await Promise.all(nodes.map(node => node.stop('SIGKILL')));
  nodes = [];
  await rm(folder, { recursive: true, force: true });
});

describe.each<[string, Suite]>([
  ['0.18.4', 'trixie'],
  ['0.18.0', 'bookworm'],
])('monerod %s', (version, suite) => {
  let binary: string;

  beforeAll(async () => {
    binary = await findMonerod(suite);
  });

  it('answers every endpoint, and a pair agrees on the chain', async () => {
    const [first, second] = await startPair(binary);
    await untilInSync(first.client);
    await untilInSync(second.client);

    const mined = await first.client.generateBlocks({
      blocks: 3,
      walletAddress: THROWAWAY_ADDRESS,
    });
    expect(mined.height).toBe(4);
    expect(mined.hashes).toHaveLength(3);
    await waitFor('the second to follow', async () =>
      (await second.client.getBlockCount()) === 4 ? true : undefined,
    );

    const info = await second.client.getInfo();
    const header = await second.client.getLastBlockHeader();
    const connections = await second.client.getConnections();
    expect(info).toMatchObject({
      nettype: 'regtest',
      height: 4,
      restricted: false,
      offline: false,
    });
    expect(info.version).toMatch(new RegExp(`^${version}`));
    expect(info.topBlockHash).toBe(mined.hashes[2]);
    expect(header).toMatchObject({
      index: 3,
      hash: mined.hashes[2],
      previousHash: mined.hashes[1],
    });
    expect(header.rewardAtomicUnits).toBeGreaterThan(10n ** 12n);
    expect(connections.length).toBeGreaterThanOrEqual(1);
    expect(connections[0].receivedBytes).toBeGreaterThan(0);
    expect((await second.client.getVersion()).major).toBe(3);
    expect((await second.client.hardForkInfo()).version).toBeGreaterThanOrEqual(
      1,
    );
    expect((await second.client.getTransactionPoolStats()).transactions).toBe(
      0,
    );
  });

  it('masks on its restricted listener what then is undefined here', async () => {
    const ports = await freePorts(3);
    const node = await start(binary, ports, []);
    const client = createRestrictedDaemonClient({ url: node.restrictedUrl });
    const wide = createDaemonClient({ url: node.restrictedUrl });
    try {
      const info = await client.getInfo();
      expect(info).toMatchObject({
        height: 1,
        restricted: true,
        databaseSizeApproximate: true,
      });
      expect([
        info.version,
        info.incomingConnections,
        info.startTimeSeconds,
        info.freeSpaceBytes,
      ]).toEqual([undefined, undefined, undefined, undefined]);
      await expect(wide.getConnections()).rejects.toMatchObject({
        code: 'RpcError',
        unsupported: true,
      });
      await expect(
        wide.generateBlocks({ blocks: 1, walletAddress: THROWAWAY_ADDRESS }),
      ).rejects.toMatchObject({ unsupported: true });
      expect(await client.getBlockCount()).toBe(1);
      expect((await client.getLastBlockHeader()).index).toBe(0);
      expect((await client.getTransactionPoolStats()).transactions).toBe(0);
    } finally {
      await Promise.all([client.close(), wide.close()]);
    }
  });

  it('lets in only those who know its login, on both listeners', async () => {
    const credentials = { username: 'alice', password: 'a:long "secret"' };
    const node = await start(binary, await freePorts(3), [], credentials);
    const answers = await Promise.all([
      node.client.getInfo(),
      node.client.getInfo(),
      node.client.getBlockCount(),
      node.client.getTransactionPoolStats(),
    ]);
    expect(answers[0].height).toBe(1);

    for (const url of [node.url, node.restrictedUrl]) {
      const nobody = createDaemonClient({ url });
      const wrong = createDaemonClient({
        url,
        credentials: { username: 'alice', password: 'no' },
      });
      const right = createDaemonClient({ url, credentials });
      await expect(nobody.getInfo()).rejects.toMatchObject({
        code: 'Unauthorized',
      });
      await expect(wrong.getInfo()).rejects.toMatchObject({
        code: 'Unauthorized',
      });
      await expect(right.getBlockCount()).resolves.toBe(1);
      await Promise.all([nobody, wrong, right].map(client => client.close()));
    }
  });

  it('is in sync alone offline, and not when its only peer is gone', async () => {
    const alone = await start(binary, await freePorts(3), []);
    expect(inSync(await alone.client.getInfo())).toMatchObject({
      inSync: true,
      reason: 'in sync at height 1, offline by intention',
    });

    const [first, second] = await startPair(binary);
    await untilInSync(first.client);
    await second.stop();
    await waitFor('to notice', async () =>
      inSync(await first.client.getInfo()).reason === 'no peers: 0 connections'
        ? true
        : undefined,
    );
  });
});

it('says Busy for a node that never had a peer, and refuses bad parameters in words', async () => {
  const binary = await findMonerod();
  const [closed, ...ports] = await freePorts(4);
  const node = await start(binary, ports, [closed]);
  const info = await node.client.getInfo();
  expect(inSync(info)).toEqual({
    inSync: false,
    reason: 'no peers yet: 0 connections',
    blocksBehind: undefined,
  });
  await expect(node.client.getLastBlockHeader()).rejects.toMatchObject({
    code: 'Busy',
    retryable: true,
  });

  const offline = await start(binary, await freePorts(3), []);
  await expect(
    offline.client.generateBlocks({ blocks: 1, walletAddress: 'nobody' }),
  ).rejects.toMatchObject({ code: 'RpcError', rpcCode: -4 });
  await offline.stop('SIGKILL');
  const late = createDaemonClient({ url: offline.url });
  await expect(late.getInfo()).rejects.toMatchObject({ code: 'Unreachable' });
  await late.close();
});
