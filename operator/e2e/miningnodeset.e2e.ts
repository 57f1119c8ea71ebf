import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import {
  MoneroMiningNodeSet,
  MoneroNodeSet,
  NETWORK,
  parseMiningNodeSet,
} from '@monero-portal/monero-api';
import { parse } from 'yaml';
import { Pod } from '../src/machinery/kubeTypes';
import { MINING_NODE_SET_RESOURCE } from '../src/miningnodeset/controller';
import { NETWORK_RESOURCE } from '../src/network/controller';
import { Autoscaler, AUTOSCALERS, MiningBench } from './MiningBench';
import { until } from './support';

const CHAIN = 'mined';
const MINERS = 'miners';
const HASHRATE = 'monero_miner_hashrate_hashes_per_second{window="10s"}';
const ACCEPTED = 'monero_miner_shares_total{result="accepted"}';

/** Ten miners share the machine with everything else. */
const PATIENCE_MS = 240_000;

/** One node; blocks take about twenty hashes. */
const NODE: MoneroNodeSet['spec'] = {
  replicas: 1,
  network: 'regtest',
  monerod: { args: ['--fixed-difficulty=20'] },
};

const SPEC: MoneroMiningNodeSet['spec'] = {
  replicas: 10,
  daemonRef: { name: CHAIN },
  wallet:
    '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h',
  xmrig: {
    args: [
      '--rig-id=rig-$(id)',
      '--api-worker-id=rig-$(id)',
      '--user-agent=portal-$(NOBODY)-$(open',
      '--randomx-mode=light',
      '--threads=1',
    ],
    resources: {
      requests: { cpu: '20m', memory: '280Mi' },
      limits: { cpu: '100m', memory: '512Mi' },
    },
  },
};

/** Its members are as the node above. */
const NETWORK_REF = { kind: 'MoneroNetwork', name: 'lab' } as const;

/** The example, as users apply it; nothing answers to its pool. */
const PROPOSED: MoneroMiningNodeSet['spec'] = parseMiningNodeSet(
  parse(readFileSync(join(__dirname, '../../examples/miners.yaml'), 'utf8')),
).spec;

const isRunning = ({ status }: Pod) => status?.phase === 'Running';

/** The steps build on each other: one mining set, from its birth to its end. */
describe('a mining set on a real cluster', () => {
  let client: KubeClient;
  let bench: MiningBench;

  beforeAll(async () => {
    bench = await MiningBench.open('mining');
    ({ client } = bench);
  });

  afterAll(async () => {
    await bench?.close();
  });

  it('says that its daemon is not there, and that it is not in sync', async () => {
    await bench.applyMiners(MINERS, { ...SPEC, replicas: 1 });
    const set = await bench.condition(MINERS, 'DaemonReady', {
      status: 'False',
      reason: 'DaemonMissing',
    });
    expect(set.status?.conditions?.[0]).toMatchObject({
      type: 'Ready',
      status: 'False',
      message: `There is no MoneroNodeSet mined in namespace ${bench.namespace}: create it, or name another in daemonRef.`,
    });
    const { items } = await until(
      'an event',
      () =>
        client.list<KubeObject & { reason?: string }>(RESOURCES.events, {
          namespace: bench.namespace,
        }),
      ({ items: events }) =>
        events.some(({ reason }) => reason === 'DaemonMissing'),
    );
    expect(items.length).toBeGreaterThan(0);
    await bench.apply(CHAIN, NODE);
    await bench.condition(MINERS, 'DaemonReady', {
      status: 'True',
      reason: 'InSync',
    });
  });

  it('is ready when ten miners mine', async () => {
    const startedAt = Date.now();
    await bench.applyMiners(MINERS, SPEC);
    const set = await bench.condition(
      MINERS,
      'Ready',
      { status: 'True', reason: 'AllMining' },
      PATIENCE_MS,
    );
    console.info(`ten miners: ${Date.now() - startedAt} ms`);
    expect(set.status).toMatchObject({
      replicas: 10,
      readyReplicas: 10,
      updatedReplicas: 10,
    });
  });

  it('gives each miner its number, and shows its hashrate', async () => {
    const pods = await bench.pods(MINERS);
    expect(pods).toHaveLength(10);
    for (const { metadata } of pods) {
      const index = metadata.name.replace('miners-', '');
      const series = await bench.series(metadata.name);
      expect([...series.keys()]).toContain(
        `monero_miner_worker_info{worker="rig-${index}"}`,
      );
      expect(series.get('monero_miner_connected')).toBe(1);
      expect(series.get(HASHRATE)).toBeGreaterThan(0);
    }
  });

  it('lets the chain grow by what the miners find', async () => {
    const [before] = await bench.heights(CHAIN);
    const [height] = await until(
      'five more blocks',
      () => bench.heights(CHAIN),
      ([now]) => now >= before + 5,
      PATIENCE_MS,
    );
    const pods = await bench.pods(MINERS);
    const found = await Promise.all(
      pods.map(async ({ metadata }) => {
        const series = await bench.series(metadata.name);
        return series.get(ACCEPTED) ?? 0;
      }),
    );
    const sum = found.reduce((all, each) => all + each, 0);
    // Every block but the first was mined; some that were found lost a race.
    expect(sum).toBeGreaterThanOrEqual(height - 1);
  });

  it('is scaled by an autoscaler that looks at CPU', async () => {
    await bench.autoscale(MINERS, { max: 11, utilization: 50 });
    await until(
      'eleven miners are wanted',
      () => bench.miners(MINERS),
      ({ spec }) => spec.replicas === 11,
      PATIENCE_MS,
    );
    const { status } = await client.get<Autoscaler>(
      AUTOSCALERS,
      bench.namespace,
      MINERS,
    );
    const [metric] = status?.currentMetrics ?? [];
    expect(metric?.resource?.current?.averageUtilization).toBeGreaterThan(50);
    await until(
      'the eleventh pod',
      () => bench.pods(MINERS),
      pods => pods.length === 11,
    );
    await client.delete(AUTOSCALERS, bench.namespace, MINERS);
  });

  it('brings a change to the miners', async () => {
    const { args = [], ...others } = SPEC.xmrig ?? {};
    await bench.applyMiners(MINERS, {
      ...SPEC,
      replicas: 1,
      xmrig: { ...others, args: [...args, '--print-time=5'] },
    });
    const ready = { status: 'True', reason: 'AllMining' } as const;
    const set = await bench.condition(MINERS, 'Ready', ready, PATIENCE_MS);
    expect(set.status).toMatchObject({ replicas: 1, updatedReplicas: 1 });
    expect(await bench.commandLine('miners-0')).toEqual(
      expect.arrayContaining(['--rig-id=rig-0', '--print-time=5']),
    );
  });

  it('stops mining when none is wanted', async () => {
    await bench.scale(MINERS, 0);
    const set = await bench.condition(MINERS, 'Ready', {
      status: 'True',
      reason: 'NoMinersWanted',
    });
    expect(set.status).toMatchObject({ replicas: 0, readyReplicas: 0 });
  });

  it('mines for a network, whose members all have what is found', async () => {
    const spec = { ...SPEC, daemonRef: NETWORK_REF, replicas: 1 };
    await bench.applyMiners('solo', spec);
    const waiting = await bench.condition('solo', 'DaemonReady', {
      status: 'False',
      reason: 'DaemonMissing',
    });
    expect(waiting.status?.resolved?.daemon).toBe(
      `lab-rpc.${bench.namespace}.svc:18089`,
    );
    // xmrig would ask for the name now, and never again.
    await until(
      'the miner waits for the name of its network',
      () => bench.pods('solo'),
      ([pod]) =>
        pod?.status?.initContainerStatuses?.[0].state?.running !== undefined,
    );
    await client.apply(
      NETWORK_RESOURCE,
      {
        apiVersion: NETWORK.apiVersion,
        kind: NETWORK.kind,
        metadata: { name: NETWORK_REF.name, namespace: bench.namespace },
        spec: { replicas: 2, template: { spec: { monerod: NODE?.monerod } } },
      },
      { fieldManager: 'operator-e2e' },
    );
    const ready = { status: 'True', reason: 'AllMining' } as const;
    await bench.condition('solo', 'Ready', ready, PATIENCE_MS);
    const members = ['lab-0', 'lab-1'];
    const heights = await until(
      'three blocks on both members',
      () => Promise.all(members.map(member => bench.heights(member))),
      all => all.flat().length === 2 && all.flat().every(each => each >= 4),
      PATIENCE_MS,
    );
    expect(heights).toHaveLength(2);
    const series = await bench.series('solo-0');
    expect(series.get(ACCEPTED)).toBeGreaterThanOrEqual(3);
    await client.delete(MINING_NODE_SET_RESOURCE, bench.namespace, 'solo');
    await client.delete(NETWORK_RESOURCE, bench.namespace, NETWORK_REF.name);
  });

  it('runs the miners of the proposal, and says what they lack', async () => {
    await bench.applyMiners('pool', PROPOSED);
    const set = await until(
      'three run, on a machine each',
      () => bench.miners('pool'),
      ({ status }) =>
        /No machine can take it/.test(status?.conditions?.[0].message ?? ''),
    );
    expect(set.status?.readyReplicas).toBe(0);
    const running = await until(
      'three pods run',
      () => bench.pods('pool'),
      pods => pods.filter(isRunning).length === 3,
    );
    const [{ metadata }] = running.filter(isRunning);
    const commandLine = await bench.commandLine(metadata.name);
    expect(commandLine[commandLine.indexOf('-u') + 1]).toBe(
      `${SPEC.wallet}.${metadata.name.replace('pool-', 'node-')}`,
    );
    await until(
      'the exporter says what is wrong',
      () => bench.series(metadata.name),
      series =>
        series.get('monero_miner_up') === 1 &&
        series.get('monero_miner_connected') === 0,
    );
    await client.delete(MINING_NODE_SET_RESOURCE, bench.namespace, 'pool');
  });

  it('goes with all that it made', async () => {
    await client.delete(MINING_NODE_SET_RESOURCE, bench.namespace, MINERS);
    const { statefulSets, networkPolicies, serviceAccounts, pods } = RESOURCES;
    const kinds = [statefulSets, networkPolicies, serviceAccounts, pods];
    await until(
      'nothing is left',
      async () => {
        const left = kinds.map(resource => bench.names(resource, MINERS));
        return (await Promise.all(left)).flat();
      },
      names => names.length === 0,
    );
    expect(await bench.names(RESOURCES.statefulSets, CHAIN)).toEqual([CHAIN]);
  });
});
