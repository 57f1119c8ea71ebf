import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMonerod } from '../src/testing';

const PEERS = 20;
const TIMEOUT_MS = 150_000;

jest.setTimeout(TIMEOUT_MS + 30_000);

let folder: string;

beforeAll(async () => {
  await findMonerod();
  folder = await mkdtemp(join(tmpdir(), 'crawl-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('maps a closed net of twenty real daemons, goes on from its records, and sees one die', async () => {
  const { stdout } = await promisify(execFile)(
    'unshare',
    [
      '--map-root-user',
      '--net',
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      process.execPath,
      '--import',
      'tsx',
      join(__dirname, 'crawlNet.ts'),
      folder,
      String(PEERS),
    ],
    { timeout: TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: 2 ** 24 },
  );
  const { first, resumed, again, ...files } = JSON.parse(stdout);

  expect(first.code).toBe(0);
  expect(first.report).toMatchObject({
    known: PEERS,
    pending: 0,
    dialled: PEERS,
    reached: PEERS,
    reachableShare: 1,
    outcomes: [{ value: 'reached', count: PEERS }],
    heights: [{ value: '1', count: PEERS }],
    ports: [{ value: '18080', count: PEERS }],
    kinds: [{ value: 'ipv4', count: PEERS }],
    prefixes: [{ value: '203.0.0.0/16', count: PEERS }],
    freshness: { reachedShare: 1 },
  });
  expect(first.report.freshness.told).toBeGreaterThan(PEERS);
  expect(files.lines).toBe(PEERS + first.report.freshness.told);
  expect(files.example).toMatchObject({
    type: 'node',
    address: '203.0.113.1:18080',
    outcome: 'reached',
    height: 1,
  });
  expect(files.svg.match(/class="reached"/g)).toHaveLength(PEERS);

  expect(files.grewBy).toBe(0);
  expect(resumed.report).toEqual(first.report);

  expect(again.report).toMatchObject({
    reached: PEERS - 1,
    outcomes: [
      { value: 'reached', count: PEERS - 1 },
      { value: 'Unreachable', count: 1 },
    ],
  });
});
