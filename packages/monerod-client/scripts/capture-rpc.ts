/**
 * Calls everything that a real monerod offers, on regtest over loopback, and
 * writes its answers where the tests of src/endpoints read them:
 *
 *   yarn workspace monerod-client capture:rpc [CALL...]
 *
 * With names of calls it writes only the answers to those.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallName, EVERY_CALL, gatherFacts } from '../e2e/everyCall';
import { AnyEndpoint } from '../src/endpoint';
import { unrestrictedEndpoints } from '../src/endpoints';
import { MonerodError } from '../src/errors';
import { inSync } from '../src/inSync';
import { callEndpoint } from '../src/rpc';
import { createUndiciTransport } from '../src/undiciTransport';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  Suite,
  waitFor,
} from '../src/testing';

const REPLIES = join(__dirname, '..', 'src', 'testdata', 'rpc');
const TIMEOUT_MS = 60_000;
const only = process.argv.slice(2);

async function startPair(
  folder: string,
  suite: Suite,
  nodes: RegtestNode[],
): Promise<RegtestNode> {
  const binary = await findMonerod(suite);
  const ports = await freePorts(6);
  const pair = [ports.slice(0, 3), ports.slice(3)];
  for (const [index, [p2p, rpc, restrictedRpc]] of pair.entries()) {
    const node = await startRegtestNode({
      binary,
      dataDir: join(folder, `${suite}-${index}`),
      ports: { p2p, rpc, restrictedRpc },
      peers: [pair[1 - index][0]],
    });
    nodes.push(node);
  }
  const [first] = nodes;
  await waitFor('in sync', async () =>
    inSync(await first.client.getInfo()).inSync ? true : undefined,
  );
  return first;
}

/** Text as it is, bytes in hexadecimal. */
async function save(
  path: string,
  endpoint: AnyEndpoint<never, unknown>,
  reply: Uint8Array,
): Promise<void> {
  const bytes = Buffer.from(reply);
  const isText = endpoint.style !== 'binary' && !endpoint.rawBytes;
  await (isText
    ? writeFile(`${path}.json`, `${bytes.toString('utf8').trim()}\n`)
    : writeFile(`${path}.hex`, `${bytes.toString('hex')}\n`));
}

async function capture(version: string, node: RegtestNode): Promise<void> {
  const facts = await gatherFacts(node);
  const transport = createUndiciTransport({
    url: node.url,
    timeoutMs: TIMEOUT_MS,
  });
  const folder = join(REPLIES, version);
  await mkdir(folder, { recursive: true });
  try {
    for (const name of Object.keys(EVERY_CALL) as CallName[]) {
      const recorder = {
        ...transport,
        post: async (request: Parameters<typeof transport.post>[0]) => {
          const reply = await transport.post(request);
          if (only.length > 0 && !only.includes(name)) {
            return reply;
          }
          await save(join(folder, name), unrestrictedEndpoints[name], reply);
          return reply;
        },
      };
      await callEndpoint(
        unrestrictedEndpoints[name] as AnyEndpoint<unknown, unknown>,
        EVERY_CALL[name](facts),
        { transport: recorder, listener: 'unrestricted' },
      ).catch((error: MonerodError) =>
        process.stdout.write(`${version} ${error.message}\n`),
      );
    }
  } finally {
    await transport.close();
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'capture-'));
  try {
    for (const [version, suite] of [
      ['0-18-4', 'trixie'],
      ['0-18-0', 'bookworm'],
    ] as const) {
      const nodes: RegtestNode[] = [];
      try {
        await capture(version, await startPair(folder, suite, nodes));
      } finally {
        await Promise.all(nodes.map(node => node.stop('SIGKILL')));
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
