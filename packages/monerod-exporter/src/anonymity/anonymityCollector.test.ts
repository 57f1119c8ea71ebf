import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from '../__testUtils__/collect';
import { anonymityCollector, AnonymityReports } from './anonymityCollector';

const NOW_MS = 1_772_366_400_000;
const NOW = NOW_MS / 1000;
const HOUR = 3600;

let folder: string;
let tor: string;
let i2pd: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
  [tor, i2pd] = ['tor', 'i2pd'].map(each => join(folder, each));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(file: string, text: string, ageSeconds = 1) {
  await writeFile(file, text);
  await utimes(file, NOW - ageSeconds, NOW - ageSeconds);
}

const run = (reports: AnonymityReports) =>
  collect(anonymityCollector(reports, () => NOW_MS));

/** A tor whose service everybody finds. */
const torText = (changes: Record<string, number> = {}) =>
  Object.entries({
    bootstrapped: 100,
    circuits: 1,
    introductions: 3,
    uploaded: NOW - HOUR,
    ...changes,
  })
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');

describe('what the exporter says of tor', () => {
  const both = () => run({ tor: { file: tor, services: ['p2p', 'rpc'] } });
  const P2P = 'monero_anonymity_service_published{network="tor",service="p2p"}';
  const RPC = 'monero_anonymity_service_published{network="tor",service="rpc"}';

  it('is all that its report says', async () => {
    await write(tor, torText());
    expect(await both()).toEqual({
      monero_tor_up: '1',
      monero_tor_bootstrapped_ratio: '1',
      monero_tor_circuit_established: '1',
      monero_tor_introduction_circuits: '3',
      monero_tor_descriptor_uploaded_timestamp_seconds: String(NOW - HOUR),
      [P2P]: '1',
      [RPC]: '1',
    });
  });

  it.each<[string, Record<string, number>]>([
    ['no directory took its descriptor yet', { uploaded: 0 }],
    ['the directories have forgotten it', { uploaded: NOW - 3 * HOUR }],
    ['no circuit leads to it', { introductions: 0 }],
  ])('is that its service is not published when %s', async (_, changes) => {
    await write(tor, torText(changes));
    expect(await both()).toMatchObject({
      monero_tor_up: '1',
      [P2P]: '0',
      [RPC]: '0',
    });
  });

  it('is how far it has come, while it starts', async () => {
    await write(
      tor,
      torText({ bootstrapped: 45, circuits: 0, introductions: 0, uploaded: 0 }),
    );
    expect(await both()).toEqual({
      monero_tor_up: '1',
      monero_tor_bootstrapped_ratio: '0.45',
      monero_tor_circuit_established: '0',
      monero_tor_introduction_circuits: '0',
      [P2P]: '0',
      [RPC]: '0',
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['has not answered since its start', async () => undefined],
    ['stopped answering', () => write(tor, torText(), 31)],
  ])('is only that it is down, when it %s', async (_, given) => {
    await given();
    expect(await both()).toEqual({
      monero_tor_up: '0',
      [P2P]: '0',
      [RPC]: '0',
    });
  });

  it('is nothing of rpc where its address leads to peers alone', async () => {
    await write(tor, torText());
    const series = await run({ tor: { file: tor, services: ['p2p'] } });
    expect(series[P2P]).toBe('1');
    expect(series).not.toHaveProperty([RPC]);
  });

  it.each([
    ['is no number', 'circuits many\n', /"circuits many" is not a name and a/],
    ['is markup', '<html>\n', /"<html>" is not/],
    ['has no end', 'a 1\n'.repeat(2000), /more than 4096 bytes/],
  ])('is a failure when what it says %s', async (_, text, message) => {
    await write(tor, text);
    await expect(both()).rejects.toThrow(message);
  });
});

describe('what the exporter says of i2pd', () => {
  const P2P = 'monero_anonymity_service_published{network="i2p",service="p2p"}';
  const one = () => run({ i2pd: { file: i2pd } });

  it('is all that its report says', async () => {
    await write(i2pd, 'routers 812\nsuccess 37\ninbound 3\noutbound 5\n');
    expect(await one()).toEqual({
      monero_i2pd_up: '1',
      monero_i2pd_known_routers: '812',
      monero_i2pd_tunnel_creation_success_ratio: '0.37',
      'monero_i2pd_service_tunnels{type="in"}': '3',
      'monero_i2pd_service_tunnels{type="out"}': '5',
      [P2P]: '1',
    });
  });

  it.each([
    ['inbound', 'inbound 0\noutbound 5\n'],
    ['outbound', 'inbound 3\noutbound 0\n'],
  ])('is not published without an %s tunnel', async (_, text) => {
    await write(i2pd, text);
    expect(await one()).toMatchObject({ monero_i2pd_up: '1', [P2P]: '0' });
  });

  it('leaves out what its console did not show', async () => {
    await write(i2pd, 'inbound 3\noutbound 5\n');
    expect(await one()).toEqual({
      monero_i2pd_up: '1',
      'monero_i2pd_service_tunnels{type="in"}': '3',
      'monero_i2pd_service_tunnels{type="out"}': '5',
      [P2P]: '1',
    });
  });

  it('is only that it is down, when it does not answer', async () => {
    expect(await one()).toEqual({ monero_i2pd_up: '0', [P2P]: '0' });
  });
});

it('tells of both networks in one family', async () => {
  await write(tor, torText());
  await write(i2pd, 'inbound 0\noutbound 0\n');
  expect(
    await run({ tor: { file: tor, services: ['p2p'] }, i2pd: { file: i2pd } }),
  ).toMatchObject({
    'monero_anonymity_service_published{network="tor",service="p2p"}': '1',
    'monero_anonymity_service_published{network="i2p",service="p2p"}': '0',
  });
});
