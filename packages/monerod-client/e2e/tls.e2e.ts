import { execFile, spawn, ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDaemonClient, DaemonClient, MonerodError } from '../src';
import {
  SocksServer,
  socksServer,
} from '../src/proxy/__testUtils__/socksServer';
import { findMonerod, freePorts, waitFor } from '../src/testing';

jest.setTimeout(120_000);

const run = promisify(execFile);
const ONION = `${'b'.repeat(56)}.onion`;

let folder: string;
let monerod: ChildProcess;
let rpcPort: number;
let fingerprint: string;
let proxy: SocksServer;
const clients: DaemonClient[] = [];

const clientOf = (options: {
  fingerprints?: string[];
  proxy?: string;
  host?: string;
}) => {
  const { host = '127.0.0.1', ...rest } = options;
  const client = createDaemonClient({
    url: `https://${host}:${rpcPort}`,
    ...rest,
  });
  clients.push(client);
  return client;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'));
  const key = join(folder, 'key.pem');
  const certificate = join(folder, 'certificate.pem');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
    ...['-subj', '/CN=node', '-keyout', key, '-out', certificate],
  ]);
  const { stdout } = await run('openssl', [
    ...['x509', '-noout', '-fingerprint', '-sha256', '-in', certificate],
  ]);
  fingerprint = stdout.trim().split('=')[1];
  const [p2pPort, port] = await freePorts(2);
  rpcPort = port;
  monerod = spawn(
    await findMonerod(),
    [
      ...['--regtest', '--offline', '--non-interactive', '--no-igd'],
      ...['--no-zmq', '--check-updates=disabled', `--data-dir=${folder}/data`],
      ...['--rpc-ssl=enabled', `--rpc-ssl-private-key=${key}`],
      `--rpc-ssl-certificate=${certificate}`,
      ...['--p2p-bind-ip=127.0.0.1', `--p2p-bind-port=${p2pPort}`],
      `--rpc-bind-port=${rpcPort}`,
    ],
    { stdio: 'ignore' },
  );
  proxy = await socksServer(asked =>
    asked.host === ONION ? asked.port : undefined,
  );
  const client = clientOf({ fingerprints: [fingerprint] });
  await waitFor('monerod over TLS', async () => {
    await client.getBlockCount();
    return true;
  });
});

afterAll(async () => {
  await Promise.all(clients.map(client => client.close()));
  await proxy?.stop();
  if (monerod?.exitCode === null) {
    monerod.kill('SIGKILL');
    await once(monerod, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

const failureOf = (client: DaemonClient) =>
  client.getBlockCount().then(
    () => undefined,
    (error: MonerodError) => error,
  );

it('speaks with a daemon whose certificate is pinned', async () => {
  const info = await clientOf({ fingerprints: [fingerprint] }).getInfo();
  expect(info).toMatchObject({ nettype: 'regtest', height: 1 });
});

it('does not speak with one whose certificate is another, and says which', async () => {
  const error = await failureOf(clientOf({ fingerprints: ['00'.repeat(32)] }));
  expect(error).toMatchObject({ code: 'Untrusted', retryable: false });
  expect(error?.message).toContain(fingerprint.replace(/:/g, '').toLowerCase());
});

it('does not trust what nobody signed, where nothing is pinned', async () => {
  expect(await failureOf(clientOf({}))).toMatchObject({
    code: 'Unreachable',
    message: expect.stringContaining('self-signed certificate'),
  });
});

it('does both through a SOCKS proxy, by an onion address', async () => {
  const way = { host: ONION, proxy: `127.0.0.1:${proxy.port}` };
  const client = clientOf({ ...way, fingerprints: [fingerprint] });
  expect(await client.getBlockCount()).toBe(1);
  expect(
    await failureOf(clientOf({ ...way, fingerprints: ['11'.repeat(32)] })),
  ).toMatchObject({ code: 'Untrusted' });
  expect(proxy.requests[0]).toMatchObject({ host: ONION, port: rpcPort });
});
