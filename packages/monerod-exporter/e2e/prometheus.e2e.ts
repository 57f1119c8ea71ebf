import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { THROWAWAY_ADDRESS } from 'monerod-client/testing';
import { MINING } from '../src/__testUtils__/xmrigSummary';
import {
  createWorld,
  findPrometheus,
  get,
  startPrometheus,
  untilReadyz,
  World,
} from '../src/testing';

jest.setTimeout(120_000);

let programs: string;
let world: World;

beforeAll(async () => {
  programs = await findPrometheus();
});

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.stop());

/** What promtool finds wrong; nothing when all is well. */
async function lint(exposition: string): Promise<string> {
  const child = spawn(join(programs, 'promtool'), ['check', 'metrics'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(exposition);
  let found = '';
  child.stderr.on('data', chunk => (found += chunk));
  await once(child, 'close');
  return found;
}

/** An xmrig's API with a recorded answer. */
async function startMinerApi() {
  const server = createServer((_, response) =>
    response.end(JSON.stringify(MINING)),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What tor and i2pd say of themselves while others find the node. */
async function reportArgs(folder: string): Promise<string[]> {
  const [tor, i2pd] = ['tor', 'i2pd'].map(each => join(folder, each));
  const now = Math.floor(Date.now() / 1000);
  // Dated ahead: nobody writes them anew during the test.
  const ahead = now + 3600;
  await writeFile(
    tor,
    `bootstrapped 100\ncircuits 1\nintroductions 3\nuploaded ${now}\n`,
  );
  await writeFile(i2pd, 'routers 9\nsuccess 50\ninbound 3\noutbound 3\n');
  await Promise.all([tor, i2pd].map(each => utimes(each, ahead, ahead)));
  return [
    `--tor-report=${tor}`,
    '--onion-services=p2p,rpc',
    `--i2pd-report=${i2pd}`,
  ];
}

it('is without a fault in promtool, and scraped by a real Prometheus', async () => {
  const { first } = await world.startPair();
  const api = await startMinerApi();
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  const exporters = {
    unrestricted: await world.startExporter(`--daemon-url=${first.url}`),
    restricted: await world.startExporter(
      `--daemon-url=${first.restrictedUrl}`,
    ),
    down: await world.startExporter('--daemon-url=http://127.0.0.1:9'),
    anonymous: await world.startExporter([
      `--daemon-url=${first.url}`,
      ...(await reportArgs(folder)),
    ]),
    miner: await world.startExporter(`--miner-url=${api.url}`),
  };
  await untilReadyz(exporters.unrestricted, 200, /^in sync/);
  await first.client.generateBlocks({
    blocks: 1,
    walletAddress: THROWAWAY_ADDRESS,
  });
  for (const exporter of Object.values(exporters)) {
    expect(await lint((await get(exporter, '/metrics')).body)).toBe('');
  }

  const targets = Object.values(exporters).map(({ url }) => new URL(url).host);
  const prometheus = await startPrometheus({
    programs,
    folder: join(world.folder, 'prometheus'),
    targets: targets.map(host => ({ host })),
    intervalSeconds: 1,
  });
  try {
    // It asks for OpenMetrics, and takes nothing of an answer that breaks its grammar.
    await prometheus.query('up == 1', 5);
    expect(await prometheus.query('monero_up == 1', 3)).toHaveLength(3);
    expect(await prometheus.query('monero_info_height == 2', 3)).toHaveLength(
      3,
    );
    expect(
      await prometheus.query('monero_anonymity_service_published == 1', 3),
    ).toHaveLength(3);
    const [shares] = await prometheus.query(
      'sum(monero_miner_shares_total)',
      1,
    );
    expect(shares.value).toBe('4');
    expect(
      (await prometheus.targets()).map(each => [each.health, each.lastError]),
    ).toEqual(targets.map(() => ['up', '']));
  } finally {
    await prometheus.stop();
    api.stop();
    await rm(folder, { recursive: true });
  }
});
