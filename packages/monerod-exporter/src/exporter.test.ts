import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { Server } from 'node:http';
import { MonerodError } from 'monerod-client';
import { fakeDaemon, FakeDaemon, INFO } from './__testUtils__/fakeDaemon';
import { seriesOf } from './__testUtils__/series';
import { COLLECTORS } from './collectors';
import { createExporter, ExporterDeps } from './exporter';
import { listen, shutDown } from './lifecycle';

const CALLS = [
  'get_alternate_chains',
  'get_bans',
  'get_block_headers_range',
  'get_coinbase_tx_sum',
  'get_connections',
  'get_fee_estimate',
  'get_info',
  'get_last_block_header',
  'get_net_stats',
  'get_transaction_pool_stats',
  'get_version',
  'hard_fork_info',
  'rpc_access_tracking',
];

let server: Server | undefined;

async function start(
  changes: Partial<FakeDaemon> = {},
  deps: Partial<ExporterDeps> = {},
): Promise<string> {
  server = createExporter({
    client: fakeDaemon(changes),
    timeoutMs: 200,
    ...deps,
  });
  return listen(server, { host: '127.0.0.1', port: 0 });
}

interface Answer {
  status?: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

async function send(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const request = httpRequest(url, { method, headers, agent: false }).end();
  const [response] = await once(request, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

const never = () => new Promise<never>(() => {});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe('/metrics', () => {
  it('serves every topic, and how collecting went', async () => {
    const { status, body } = await send(`${await start()}/metrics`);
    const series = seriesOf(body);
    expect(status).toBe(200);
    expect(series).toMatchObject({
      monero_up: '1',
      monero_info_height: '1000',
      'monero_p2p_connections{type="out",state="normal"}': '1',
    });
    const outcomes = (prefix: string) =>
      Object.entries(series)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [/"(.*)"/.exec(name)?.[1], value]);
    expect(outcomes('monero_exporter_collector_success')).toEqual(
      COLLECTORS.map(({ name }) => [name, '1']),
    );
    expect(Object.fromEntries(outcomes('monero_exporter_rpc_success'))).toEqual(
      Object.fromEntries(CALLS.map(call => [call, '1'])),
    );
    for (const [, seconds] of [
      ...outcomes('monero_exporter_collector_duration_seconds'),
      ...outcomes('monero_exporter_rpc_duration_seconds'),
    ]) {
      expect(Number(seconds)).toBeGreaterThanOrEqual(0);
    }
  });

  it('serves the format that is asked for, with the same series', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(1_772_366_400_000);
    const url = `${await start({}, { now: () => 0 })}/metrics`;
    const plain = await send(url);
    const open = await send(url, {
      accept: 'application/openmetrics-text;version=1.0.0',
    });
    expect(plain.headers['content-type']).toBe(
      'text/plain; version=0.0.4; charset=utf-8',
    );
    expect(open.headers['content-type']).toBe(
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    );
    expect(open.body).toMatch(/# EOF\n$/);
    expect(plain.body).not.toContain('# EOF');
    expect(seriesOf(open.body)).toEqual(seriesOf(plain.body));
    jest.restoreAllMocks();
  });

  it('keeps the other topics when one fails', async () => {
    const getLastBlockHeader = async () => {
      throw new MonerodError('Busy', 'synchronizing');
    };
    const series = seriesOf(
      (await send(`${await start({ getLastBlockHeader })}/metrics`)).body,
    );
    expect(series).toMatchObject({
      monero_up: '1',
      'monero_exporter_collector_success{collector="last_block"}': '0',
      'monero_exporter_collector_success{collector="info"}': '1',
      'monero_exporter_rpc_success{method="get_last_block_header"}': '0',
      'monero_exporter_rpc_success{method="get_info"}': '1',
      monero_transaction_pool_transactions: '7',
    });
    expect(
      Object.keys(series).filter(name => name.startsWith('monero_lastblock')),
    ).toEqual([]);
  });

  it('leaves out a topic that the listener does not offer, without calling it a failure', async () => {
    const getConnections = async () => {
      throw new MonerodError('RpcError', 'Method not found', {
        rpcCode: -32601,
      });
    };
    const { body } = await send(`${await start({ getConnections })}/metrics`);
    expect(body).not.toContain('collector="connections"');
    expect(body).not.toContain('method="get_connections"');
    expect(body).not.toContain('monero_p2p_connections');
    expect(
      seriesOf(body)['monero_exporter_collector_success{collector="info"}'],
    ).toBe('1');
  });

  it('says that the daemon is down instead of failing', async () => {
    const down = async () => {
      throw new MonerodError('Unreachable', 'ECONNREFUSED');
    };
    const calls = Object.keys(fakeDaemon()) as (keyof FakeDaemon)[];
    const url = await start(
      Object.fromEntries(calls.map(call => [call, down])),
    );
    const { status, body } = await send(`${url}/metrics`);
    expect(status).toBe(200);
    const series = seriesOf(body);
    expect(series.monero_up).toBe('0');
    expect(
      Object.keys(series).filter(name => !name.startsWith('monero_exporter_')),
    ).toEqual(['monero_up']);
  });

  it('serves within its deadline what came in time', async () => {
    const startedAt = performance.now();
    const series = seriesOf(
      (await send(`${await start({ getInfo: never })}/metrics`)).body,
    );
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(series).toMatchObject({
      monero_up: '0',
      'monero_exporter_collector_success{collector="info"}': '0',
      'monero_exporter_collector_success{collector="last_block"}': '1',
    });
  });

  it("asks the daemon with a deadline below the scraper's", async () => {
    const timeouts: (number | undefined)[] = [];
    const hardForkInfo: FakeDaemon['hardForkInfo'] = async options => {
      timeouts.push(options?.timeoutMs);
      return fakeDaemon().hardForkInfo();
    };
    const url = `${await start(
      { hardForkInfo },
      { timeoutMs: 5_000 },
    )}/metrics`;
    for (const seconds of ['10', '3', '0.6', 'soon', '-1']) {
      await send(url, { 'x-prometheus-scrape-timeout-seconds': seconds });
    }
    expect(timeouts).toEqual([5_000, 2_500, 300, 5_000, 5_000]);
  });

  it('costs the daemon one collection, however many scrape at once', async () => {
    let asked = 0;
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const getVersion = async () => {
      asked += 1;
      await released;
      return { major: 3, minor: 14, release: true };
    };
    const url = `${await start({ getVersion }, { timeoutMs: 5_000 })}/metrics`;
    let arrived = 0;
    const all = new Promise<void>(resolve => {
      server?.on('request', () => {
        arrived += 1;
        if (arrived === 20) resolve();
      });
    });
    const scrapes = Promise.all(Array.from({ length: 20 }, () => send(url)));
    await all;
    release();
    const bodies = (await scrapes).map(answer => answer.body);
    expect(new Set(bodies).size).toBe(1);
    expect(asked).toBe(1);
    await send(url);
    expect(asked).toBe(2);
  });
});

describe('/readyz', () => {
  it('is 200 in sync and 503 with the reason behind, and says so once in the log', async () => {
    const changes: Partial<typeof INFO> = {};
    const print = jest.fn();
    const url = await start(
      { getInfo: async () => ({ ...INFO, ...changes }) },
      { print },
    );
    expect(await send(`${url}/readyz`)).toMatchObject({
      status: 200,
      body: 'in sync at height 1000\n',
    });
    changes.targetHeight = 1184;
    expect(await send(`${url}/readyz`)).toMatchObject({
      status: 503,
      body: '184 blocks behind\n',
    });
    expect(await send(`${url}/readyz`)).toMatchObject({ status: 503 });
    expect(print.mock.calls).toEqual([
      ['ready: in sync at height 1000'],
      ['not ready: 184 blocks behind'],
    ]);
  });

  it('answers within two seconds when the daemon never does', async () => {
    const url = await start({ getInfo: never });
    const startedAt = performance.now();
    const { status, body } = await send(`${url}/readyz`);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect([status, body]).toEqual([503, 'monerod has not answered for 2 s\n']);
  });
});

describe('the server', () => {
  it('is alive while the daemon is not', async () => {
    const url = await start({ getInfo: never });
    expect(await send(`${url}/livez`)).toMatchObject({
      status: 200,
      body: 'ok\n',
    });
  });

  it.each<[string, string, number, string]>([
    ['GET', '/livez?verbose', 200, 'ok\n'],
    [
      'GET',
      '/',
      404,
      'not found; there are /metrics, /readyz, /livez, /relayz\n',
    ],
    [
      'GET',
      '/metrics/',
      404,
      'not found; there are /metrics, /readyz, /livez, /relayz\n',
    ],
    ['POST', '/metrics', 405, 'only GET and HEAD\n'],
    ['HEAD', '/livez', 200, ''],
  ])('answers %s %s with %i', async (method, path, status, body) => {
    const answer = await send(`${await start()}${path}`, {}, method);
    expect([answer.status, answer.body]).toEqual([status, body]);
  });

  it('refuses headers without end', async () => {
    const answer = await send(`${await start()}/livez`, {
      x: 'x'.repeat(10_000),
    });
    expect(answer.status).toBe(431);
  });

  it('refuses what is not HTTP, and serves on', async () => {
    const url = new URL(await start());
    const socket = connect(Number(url.port), '127.0.0.1').end(
      '\u0000\u0001nonsense\r\n\r\n',
    );
    socket.on('error', () => undefined).resume();
    await once(socket, 'close');
    expect((await send(`${url}livez`)).status).toBe(200);
  });

  it('lets a request under way finish when it stops, and takes no more', async () => {
    let release = () => {};
    const getInfo = () =>
      new Promise<typeof INFO>(resolve => {
        release = () => resolve(INFO);
      });
    const url = await start({ getInfo }, { timeoutMs: 5_000 });
    const arrived = once(server as Server, 'request');
    const answer = send(`${url}/readyz`);
    await arrived;
    const stopped = shutDown(server as Server);
    release();
    expect((await answer).status).toBe(200);
    await stopped;
    await expect(send(`${url}/livez`)).rejects.toThrow('ECONNREFUSED');
  });
});
