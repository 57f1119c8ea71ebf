import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
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

it('is without a fault in promtool, and scraped by a real Prometheus', async () => {
  const { first } = await world.startPair();
  const api = await startMinerApi();
  const exporters = {
    unrestricted: await world.startExporter(`--daemon-url=${first.url}`),
    restricted: await world.startExporter(
      `--daemon-url=${first.restrictedUrl}`,
    ),
    down: await world.startExporter('--daemon-url=http://127.0.0.1:9'),
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
    await prometheus.query('up == 1', 4);
    expect(await prometheus.query('monero_up == 1', 2)).toHaveLength(2);
    expect(await prometheus.query('monero_info_height == 2', 2)).toHaveLength(
      2,
    );
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
  }
});
