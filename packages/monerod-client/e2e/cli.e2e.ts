import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSync } from '../src';
import { socksServer } from '../src/proxy/__testUtils__/socksServer';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  waitFor,
} from '../src/testing';

jest.setTimeout(120_000);

const PROGRAM = join(__dirname, '..', 'bin', 'monerod-client.js');

let folder: string;
let p2pPort: number;
const nodes: RegtestNode[] = [];

/** Runs the command as people do. */
function run(...argv: string[]) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>(
    resolve => {
      execFile(
        process.execPath,
        [PROGRAM, ...argv],
        { env: { ...process.env, MONEROD_URL: nodes[0].url } },
        (error, stdout, stderr) =>
          resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    },
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  const binary = await findMonerod();
  const ports = await freePorts(6);
  const pair = [ports.slice(0, 3), ports.slice(3)];
  p2pPort = pair[0][0];
  for (const [index, [p2p, rpc, restrictedRpc]] of pair.entries()) {
    const node = await startRegtestNode({
      binary,
      dataDir: join(folder, `${index}`),
      ports: { p2p, rpc, restrictedRpc },
      peers: [pair[1 - index][0]],
    });
    nodes.push(node);
  }
  await waitFor('in sync', async () =>
    inSync(await nodes[0].client.getInfo()).inSync ? true : undefined,
  );
});

afterAll(async () => {
  await Promise.all(nodes.map(node => node.stop('SIGKILL')));
  await rm(folder, { recursive: true, force: true });
});

it('info shows a real daemon, and less of its restricted listener', async () => {
  const { code, stdout } = await run('info', '--check');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^state +in sync at height 1$/m);
  expect(stdout).toMatch(/^version +0\.18\.4/m);

  const masked = await run('info', '--url', nodes[0].restrictedUrl, '--json');
  expect(masked.stderr).toBe('');
  const info = JSON.parse(masked.stdout);
  expect(info).toMatchObject({ restricted: true, inSync: true });
  expect(info).not.toHaveProperty('version');
});

it('peers lists the connection, and is refused by the restricted listener', async () => {
  const { code, stdout } = await run('peers');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^127\.0\.0\.1:\d+ +(in|out) +normal +1 /m);

  const denied = await run('peers', '--url', nodes[0].restrictedUrl);
  expect(denied).toMatchObject({ code: 4, stdout: '' });
  expect(denied.stderr).toContain('ask the unrestricted one');
});

it('rpc calls methods of both kinds', async () => {
  const block = await run('rpc', 'get_block', 'height=0');
  expect(JSON.parse(block.stdout).block_header.height).toBe(0);
  const hash = await run('rpc', 'on_get_block_hash', '[0]', '--json');
  expect(JSON.parse(hash.stdout)).toBe(
    JSON.parse(block.stdout).block_header.hash,
  );
  const height = await run('rpc', 'get_height');
  expect(JSON.parse(height.stdout).height).toBe(1);
});

it('handshake shows what a real daemon says of itself', async () => {
  const where = ['handshake', `127.0.0.1:${p2pPort}`, '--network'];
  const { code, stdout } = await run(...where, 'regtest');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^height +1$/m);
  expect(stdout).toMatch(
    /^top block +418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3$/m,
  );
  const other = await run(...where, 'stagenet');
  expect(other.code).toBe(4);
  expect(other.stderr).toContain('closed the connection without a word');
});

it('reaches a real daemon through a SOCKS proxy, by RPC and as a peer', async () => {
  const onion = `${'c'.repeat(56)}.onion`;
  const proxy = await socksServer(({ host, port }) =>
    host === onion ? port : undefined,
  );
  const way = ['--proxy', `127.0.0.1:${proxy.port}`];
  const url = nodes[0].url.replace('127.0.0.1', onion);
  const info = await run('info', '--url', url, ...way);
  expect(info.stdout).toMatch(/^network +regtest$/m);
  const where = ['handshake', `${onion}:${p2pPort}`, '-n', 'regtest'];
  const greeting = await run(...where, ...way);
  expect(greeting.stdout).toMatch(/^height +1$/m);
  expect(proxy.requests[0].host).toBe(onion);
  await proxy.stop();
});

it('ends quietly when nobody reads on', async () => {
  const piped = await new Promise<string>(resolve => {
    execFile(
      'sh',
      ['-c', `"${process.execPath}" "${PROGRAM}" rpc --list | head -n 1`],
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
  expect(piped).toMatch(/^METHOD +KIND +LISTENER\n$/);
});
