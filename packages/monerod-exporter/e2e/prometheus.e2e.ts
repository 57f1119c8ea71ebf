import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePorts, THROWAWAY_ADDRESS, waitFor } from 'monerod-client/testing';
import { MINING } from '../src/__testUtils__/xmrigSummary';
import {
  createWorld,
  findPrometheus,
  get,
  untilReadyz,
  World,
} from './support';

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

/** A real Prometheus that scrapes these targets every second. */
async function startPrometheus(targets: string[]) {
  const [port] = await freePorts(1);
  const config = join(world.folder, 'prometheus.yml');
  await writeFile(
    config,
    JSON.stringify({
      global: { scrape_interval: '1s', scrape_timeout: '1s' },
      scrape_configs: [{ job_name: 'monero', static_configs: [{ targets }] }],
    }),
  );
  const child = spawn(
    join(programs, 'prometheus'),
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(world.folder, 'tsdb')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  return {
    /** Values of an instant query by instance, once it has `count` of them. */
    query: (expression: string, count: number) =>
      waitFor(`${count} results of ${expression}`, async () => {
        const answer = await fetch(
          `${url}/api/v1/query?query=${encodeURIComponent(expression)}`,
        ).catch(() => undefined);
        if (!answer?.ok) return undefined;
        const { data } = (await answer.json()) as {
          data: {
            result: {
              metric: Record<string, string>;
              value: [number, string];
            }[];
          };
        };
        return data.result.length === count
          ? data.result.map(({ metric, value }) => ({
              metric,
              value: value[1],
            }))
          : undefined;
      }),
    targets: async () => {
      const answer = await fetch(`${url}/api/v1/targets`);
      const { data } = (await answer.json()) as {
        data: { activeTargets: { health: string; lastError: string }[] };
      };
      return data.activeTargets;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
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
  const prometheus = await startPrometheus(targets);
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
