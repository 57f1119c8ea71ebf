import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ALONE, MINING } from '../__testUtils__/xmrigSummary';
import { seriesOf } from '../__testUtils__/series';
import { runExporter } from '../runExporter';

let xmrig: Server | undefined;
let stop = new AbortController();

/** An xmrig that answers so, and the exporter beside it. */
async function start(
  answer: RequestListener | object,
  env: Record<string, string> = {},
): Promise<string> {
  const listener: RequestListener =
    typeof answer === 'function'
      ? (answer as RequestListener)
      : (_, response) => response.end(JSON.stringify(answer));
  xmrig = createServer(listener).listen(0, '127.0.0.1');
  await once(xmrig, 'listening');
  const { port } = xmrig.address() as AddressInfo;
  stop = new AbortController();
  return new Promise((resolve, reject) => {
    runExporter(
      [
        `--miner-url=http://127.0.0.1:${port}`,
        '--listen=127.0.0.1:0',
        '--timeout-ms=300',
      ],
      { env, signal: stop.signal, print: () => {}, onListening: resolve },
    ).catch(reject);
  });
}

async function read(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  return { status: response.status, body: await response.text() };
}

afterEach(() => {
  stop.abort();
  xmrig?.closeAllConnections();
  xmrig?.close();
});

describe('the exporter of a miner', () => {
  it('serves every topic, in both formats alike', async () => {
    const url = await start(MINING);
    const series = seriesOf((await read(`${url}/metrics`)).body);
    const untimed = Object.fromEntries(
      Object.entries(series).filter(([name]) => !name.includes('duration')),
    );
    expect(untimed).toEqual({
      monero_miner_up: '1',
      monero_miner_mining: '1',
      'monero_miner_build_info{version="6.22.2"}': '1',
      'monero_miner_worker_info{worker="miners-7"}': '1',
      monero_miner_uptime_seconds: '20',
      monero_miner_paused: '0',
      monero_miner_donate_level_percent: '0',
      monero_miner_resident_memory_bytes: '283795456',
      'monero_miner_huge_pages{state="used"}': '0',
      'monero_miner_huge_pages{state="wanted"}': '129',
      monero_miner_connected: '1',
      'monero_miner_connection_info{pool="127.0.0.1:18089",algorithm="rx/0",tls="false"}':
        '1',
      monero_miner_connection_uptime_seconds: '20',
      monero_miner_connection_ping_seconds: '0.057',
      monero_miner_connection_failures_total: '1',
      monero_miner_difficulty: '100',
      'monero_miner_hashrate_hashes_per_second{window="10s"}': '21.98',
      monero_miner_hashrate_highest_hashes_per_second: '24.62',
      'monero_miner_shares_total{result="accepted"}': '3',
      'monero_miner_shares_total{result="rejected"}': '1',
      monero_miner_accepted_hashes_total: '300',
      'monero_exporter_collector_success{collector="miner_process"}': '1',
      'monero_exporter_collector_success{collector="miner_connection"}': '1',
      'monero_exporter_collector_success{collector="miner_hashrate"}': '1',
      'monero_exporter_collector_success{collector="miner_shares"}': '1',
      'monero_exporter_rpc_success{method="summary"}': '1',
    });
    const open = await read(`${url}/metrics`, {
      accept: 'application/openmetrics-text;version=1.0.0',
    });
    expect(open.body).toContain('# TYPE monero_miner_shares counter');
    expect(Object.keys(seriesOf(open.body)).sort()).toEqual(
      Object.keys(series).sort(),
    );
  });

  it('is ready while the miner mines, and says why not', async () => {
    expect(await read(`${await start(MINING)}/readyz`)).toEqual({
      status: 200,
      body: 'mining on 127.0.0.1:18089 at 21.98 H/s\n',
    });
  });

  it('is not ready without a connection', async () => {
    const url = await start(ALONE);
    expect(await read(`${url}/readyz`)).toEqual({
      status: 503,
      body: 'no connection to the pool or daemon\n',
    });
    const { body } = await read(`${url}/metrics`);
    expect(seriesOf(body)).toMatchObject({
      monero_miner_up: '1',
      monero_miner_connected: '0',
      monero_miner_mining: '0',
    });
    expect(body).not.toContain('monero_miner_connection_info');
  });

  it('sends the token', async () => {
    let seen: string | undefined;
    const url = await start(
      ((request, response) => {
        seen = request.headers.authorization;
        response.end(JSON.stringify(MINING));
      }) as RequestListener,
      { XMRIG_ACCESS_TOKEN: 'secret' },
    );
    expect((await read(`${url}/readyz`)).status).toBe(200);
    expect(seen).toBe('Bearer secret');
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      'wants a token',
      (_, response) => response.writeHead(401).end(),
      /^xmrig wants its access token: set XMRIG_ACCESS_TOKEN\n/,
    ],
    [
      'is something else',
      (_, response) => response.end('<html>'),
      /^what answers is no xmrig: /,
    ],
    [
      'fails',
      (_, response) => response.writeHead(500).end(),
      /^xmrig answered with HTTP status 500\n/,
    ],
    [
      'floods',
      (_, response) => response.end('x'.repeat(300_000)),
      /^xmrig answered with more than 262144 bytes\n/,
    ],
    [
      'cuts',
      request => request.socket.destroy(),
      /^xmrig does not answer: it is starting, stopped or not there \(/,
    ],
  ])('says that what it watches %s', async (_what, listener, reason) => {
    const url = await start(listener);
    const readyz = await read(`${url}/readyz`);
    expect(readyz.status).toBe(503);
    expect(readyz.body).toMatch(reason);
    const { status, body } = await read(`${url}/metrics`);
    expect(status).toBe(200);
    expect(seriesOf(body)).toMatchObject({
      monero_miner_up: '0',
      'monero_exporter_collector_success{collector="miner_shares"}': '0',
    });
    expect(body).not.toContain('monero_miner_shares_total{');
  });

  it('serves in time although the miner never answers', async () => {
    const url = await start((() => {}) as RequestListener);
    const startedAt = performance.now();
    const { body } = await read(`${url}/metrics`);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(seriesOf(body).monero_miner_up).toBe('0');
    expect(await read(`${url}/livez`)).toEqual({ status: 200, body: 'ok\n' });
  });
});
