import { freePorts, THROWAWAY_ADDRESS } from 'monerod-client/testing';
import { COLLECTORS } from '../src/collectors';
import { createWorld, get, metrics, untilReadyz, World } from '../src/testing';

jest.setTimeout(120_000);

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.stop());

it('follows a pair: blocks, a peer that goes and comes, the end of the daemon', async () => {
  const { first, second, restartSecond } = await world.startPair();
  const exporter = await world.startExporter(`--daemon-url=${first.url}`);

  await untilReadyz(exporter, 200, /^in sync at height 1$/m);
  await second.client.generateBlocks({
    blocks: 2,
    walletAddress: THROWAWAY_ADDRESS,
  });
  await untilReadyz(exporter, 200, /^in sync at height 3$/m);
  const hash = (await second.client.getInfo()).topBlockHash;
  const found = await metrics(exporter);
  expect(found).toMatchObject({
    monero_up: 1,
    monero_info_height: 3,
    monero_info_in_sync: 1,
    monero_info_synchronized: 1,
    'monero_info_nettype{nettype="regtest"}': 1,
    monero_lastblock_height: 2,
    [`monero_lastblock_hash_info{hash="${hash}"}`]: 1,
    monero_transaction_pool_transactions: 0,
  });
  expect(
    found['monero_p2p_connections{type="in",state="normal"}'] +
      found['monero_p2p_connections{type="out",state="normal"}'],
  ).toBeGreaterThanOrEqual(1);
  expect(found.monero_net_rx_bytes_total).toBeGreaterThan(0);
  expect(found.monero_lastblock_subsidy_monero).toBeCloseTo(
    found.monero_lastblock_reward_monero,
    9,
  );
  expect(
    Math.abs(found.monero_lastblock_timestamp_seconds - Date.now() / 1000),
  ).toBeLessThan(300);
  expect(
    Object.keys(found).some(name =>
      /^monero_build_info\{version="0\.18\..+"\}$/.test(name),
    ),
  ).toBe(true);
  expect(
    Object.entries(found)
      .filter(([name]) => name.startsWith('monero_exporter_collector_success'))
      .map(([, value]) => value),
  ).toEqual(COLLECTORS.map(() => 1));

  await second.stop();
  await untilReadyz(exporter, 503, /^no peers: 0 connections$/m);
  expect(await metrics(exporter)).toMatchObject({
    monero_up: 1,
    monero_info_synchronized: 1,
    monero_info_in_sync: 0,
    'monero_p2p_connections{type="in",state="normal"}': 0,
    'monero_p2p_connections{type="out",state="normal"}': 0,
  });

  await restartSecond();
  await untilReadyz(exporter, 200, /^in sync at height 3$/m);

  await first.stop('SIGKILL');
  await untilReadyz(exporter, 503, /^monerod does not answer: .*ECONNREFUSED/m);
  const down = await metrics(exporter);
  expect(down.monero_up).toBe(0);
  expect(down).not.toHaveProperty('monero_info_height');
  expect((await get(exporter, '/livez')).status).toBe(200);
  expect(await exporter.stop()).toBe(0);
});

it('answers within two seconds for a daemon that hangs, and recovers with it', async () => {
  const node = await world.startNode(await freePorts(3), []);
  const exporter = await world.startExporter(`--daemon-url=${node.url}`);
  await untilReadyz(
    exporter,
    200,
    /^in sync at height 1, offline by intention$/m,
  );

  node.signal('SIGSTOP');
  const startedAt = performance.now();
  await get(exporter, '/readyz');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await untilReadyz(exporter, 503, /^monerod has not answered for \d+ s$/m);
  expect((await metrics(exporter)).monero_up).toBe(0);

  node.signal('SIGCONT');
  await untilReadyz(exporter, 200, /^in sync/);
});

it('serves fewer families from a restricted listener, and calls none of them a failure', async () => {
  const node = await world.startNode(await freePorts(3), []);
  const exporter = await world.startExporter(
    `--daemon-url=${node.restrictedUrl}`,
  );
  const found = await metrics(exporter);
  expect(found).toMatchObject({
    monero_up: 1,
    monero_info_height: 1,
    monero_info_in_sync: 1,
    monero_lastblock_height: 0,
  });
  const absent = [
    'monero_info_free_space_bytes',
    'monero_p2p_connections{type="in",state="normal"}',
    'monero_net_rx_bytes_total',
    'monero_bans',
    'monero_exporter_collector_success{collector="connections"}',
  ];
  expect(absent.filter(name => name in found)).toEqual([]);
  const successes = Object.entries(found).flatMap(([name, value]) => {
    const [, collector] =
      /^monero_exporter_collector_success\{collector="(\w+)"\}$/.exec(name) ??
      [];
    return collector ? [`${collector} ${value}`] : [];
  });
  expect(successes.sort()).toEqual([
    'build 1',
    'clock 1',
    'fees 1',
    'hard_fork 1',
    'info 1',
    'last_block 1',
    'recent_blocks 1',
    'transaction_pool 1',
  ]);
});
