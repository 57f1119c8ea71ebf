import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDaemonClient, inSync, MonerodError } from '../src';
import { restrictedEndpoints } from '../src/endpoints';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  Suite,
  waitFor,
} from '../src/testing';
import { CallName, EVERY_CALL, Facts, gatherFacts } from './everyCall';

jest.setTimeout(600_000);

let folder: string;
const nodes: RegtestNode[] = [];

async function startPair(binary: string): Promise<RegtestNode> {
  const ports = await freePorts(6);
  const pair = [ports.slice(0, 3), ports.slice(3)];
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
  return nodes[0];
}

/** The error of each call that fails, by its name. */
async function failures(
  url: string,
  names: readonly CallName[],
  facts: Facts,
): Promise<Partial<Record<CallName, MonerodError>>> {
  const client = createDaemonClient({ url, timeoutMs: 60_000 });
  const failed: Partial<Record<CallName, MonerodError>> = {};
  for (const name of names) {
    const call = client[name] as (params?: unknown) => Promise<unknown>;
    try {
      await call(EVERY_CALL[name](facts));
    } catch (error) {
      failed[name] = error as MonerodError;
    }
  }
  await client.close();
  return failed;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'every-call-'));
});

afterEach(async () => {
  await Promise.all(nodes.splice(0).map(node => node.stop('SIGKILL')));
  await rm(folder, { recursive: true, force: true });
});

const NAMES = Object.keys(EVERY_CALL) as CallName[];

/** On a chain without difficulty the daemon's own miner may never come to an end. */
const UNSAFE: readonly CallName[] = [
  'startMining',
  'setLogHashRate',
  'stopMining',
];

describe.each<[string, Suite]>([
  ['0.18.4', 'trixie'],
  ['0.18.0', 'bookworm'],
])('monerod %s', (_version, suite) => {
  it('denies on its restricted listener what it should, and answers the rest', async () => {
    const node = await startPair(await findMonerod(suite));
    const facts = await gatherFacts(node);
    const denied = NAMES.filter(name => !(name in restrictedEndpoints));

    const refused = await failures(node.restrictedUrl, denied, facts);
    expect(denied.filter(name => !refused[name]?.unsupported)).toStrictEqual(
      [],
    );

    const safe = NAMES.filter(name => !UNSAFE.includes(name));
    const failed = await failures(node.url, safe, facts);
    expect(
      Object.entries(failed).filter(([name]) => name !== 'update'),
    ).toStrictEqual([]);
  });
});
