import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { FakeDaemon, fakeDaemon, rpcResult } from '../__testUtils__/fakeDaemon';
import { createDaemonClient } from '../client';
import { connectSocks, dialPeer, serveEmptyPeer } from '../peer';
import { SocksServer, socksServer } from './__testUtils__/socksServer';
import { parseFingerprints } from './fingerprint';
import { parseSocksProxy } from './socksProxy';

const ONION = `${'a'.repeat(56)}.onion`;

describe('parseSocksProxy', () => {
  it.each([
    ['127.0.0.1:9150', { host: '127.0.0.1', port: 9150 }],
    ['socks5://tor', { host: 'tor', port: 9050 }],
    ['socks5h://[::1]:4447', { host: '::1', port: 4447 }],
    [
      'socks5://a%40b:c@h:1',
      { host: 'h', port: 1, username: 'a@b', password: 'c' },
    ],
  ])('reads %s', (text, expected) => {
    expect(parseSocksProxy(text)).toEqual(expected);
  });

  it.each(['http://h:1', 'socks4://h', 'h:99999', '', 'socks5://'])(
    'refuses %j',
    text => {
      expect(() => parseSocksProxy(text)).toThrow(
        `proxy: ${JSON.stringify(text)} is not a SOCKS proxy`,
      );
    },
  );
});

it('takes fingerprints as monerod and openssl write them', () => {
  const plain = 'ab'.repeat(32);
  expect(parseFingerprints([plain, 'AB:'.repeat(32).slice(0, -1)])).toEqual([
    plain,
    plain,
  ]);
  expect(() => parseFingerprints(['ab'])).toThrow('fingerprints: "ab"');
});

describe('through a SOCKS proxy', () => {
  let daemon: FakeDaemon;
  let proxy: SocksServer;

  beforeEach(async () => {
    daemon = await fakeDaemon((_request, response) =>
      response.end(rpcResult({ status: 'OK', count: 7 })),
    );
    const port = Number(new URL(daemon.url).port);
    proxy = await socksServer(({ host }) =>
      host === ONION ? port : undefined,
    );
  });

  afterEach(async () => {
    await proxy.stop();
    await daemon.stop();
  });

  const clientOf = (host: string, login = '') =>
    createDaemonClient({
      url: `http://${host}:18089`,
      proxy: `socks5://${login}127.0.0.1:${proxy.port}`,
      timeoutMs: 5_000,
    });

  it('calls an onion address, whose name nobody else is asked for', async () => {
    const client = clientOf(ONION, 'name:word@');
    expect(await client.getBlockCount()).toBe(7);
    expect(await client.getBlockCount()).toBe(7);
    await client.close();
    expect(proxy.requests[0]).toEqual({
      host: ONION,
      port: 18089,
      username: 'name',
    });
  });

  it('says that the proxy does not get there', async () => {
    const client = clientOf('nowhere.onion');
    await expect(client.getBlockCount()).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringContaining(
        `SOCKS proxy 127.0.0.1:${proxy.port} to nowhere.onion:18089`,
      ),
    });
    await client.close();
  });

  it('says that the proxy is away', async () => {
    const client = clientOf(ONION);
    await proxy.stop();
    await expect(client.getBlockCount()).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await client.close();
    proxy = await socksServer(() => undefined);
  });

  it('waits for a silent proxy no longer than for anything', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const client = createDaemonClient({
      url: `http://${ONION}:18089`,
      proxy: `127.0.0.1:${port}`,
      timeoutMs: 200,
    });
    await expect(client.getBlockCount()).rejects.toMatchObject({
      code: expect.stringMatching(/^(Timeout|Unreachable)$/),
    });
    await client.close();
    silent.close();
  });

  it('dials peers by their onion addresses', async () => {
    const peer = await serveEmptyPeer({ nettype: 'regtest' });
    const way = await socksServer(({ host }) =>
      host === ONION ? peer.port : undefined,
    );
    const connect = connectSocks(`127.0.0.1:${way.port}`);
    const target = { port: 18083, nettype: 'regtest', connect } as const;
    const dialled = await dialPeer({ ...target, host: ONION });
    expect(dialled.greeting.syncData.height).toBe(1n);
    expect(way.requests).toMatchObject([{ host: ONION, port: 18083 }]);
    await expect(
      dialPeer({ ...target, host: 'nowhere.b32.i2p' }),
    ).rejects.toMatchObject({ code: 'Unreachable' });
    dialled.close();
    await peer.close();
    await way.stop();
  });
});

it.each([
  [{ proxy: 'ftp://x' }, 'proxy: "ftp://x"'],
  [{ fingerprints: ['xyz'] }, 'fingerprints: "xyz"'],
  [{ fingerprints: ['ab'.repeat(32)] }, 'fingerprints: want an https url'],
])('refuses %j', (options, words) => {
  expect(() =>
    createDaemonClient({ url: 'http://127.0.0.1:1', ...options }),
  ).toThrow(words);
});
