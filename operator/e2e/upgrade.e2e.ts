import { KubeClient } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import { MINING_NODE_SET_RESOURCE } from '../src/miningnodeset/controller';
import { MiningBench } from './MiningBench';
import { Bench, kubectl, until } from './support';

const SPEC: MoneroNodeSet['spec'] = { replicas: 2, network: 'regtest' };
const MINERS = 'idle';

/** The operator that comes next: its defaults are other images. */
const NEXT = {
  monerod: 'docker.io/monero-portal/monerod:0.18.0.0',
  // The same image by its short name: another text, and so another template.
  exporter: 'monero-portal/monero-portal:dev',
  xmrig: 'monero-portal/xmrig:6.22.2',
};

/** An upgrade of the operator restarts nothing; its users say when. */
describe('an upgrade of the operator', () => {
  let client: KubeClient;
  let bench: Bench;
  let mining: MiningBench;

  beforeAll(async () => {
    bench = await Bench.open('upgrade');
    ({ client } = bench);
    mining = new MiningBench(client, bench.namespace);
  });

  afterAll(async () => {
    await bench?.deployOperator();
    await bench?.close();
  });

  const deployNext = async () => {
    const args = [
      'operator',
      `--exporter-image=${NEXT.exporter}`,
      `--monerod-image=${NEXT.monerod}`,
      `--xmrig-image=${NEXT.xmrig}`,
    ];
    await client.patch(
      { group: 'apps', version: 'v1', plural: 'deployments' },
      'monero-system',
      'monero-operator',
      [
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/args',
          value: args,
        },
      ],
      { type: 'json' },
    );
    await kubectl(
      ...['rollout', 'status', 'deployment/monero-operator'],
      ...['-n', 'monero-system', '--timeout=100s'],
    );
  };

  const images = async (set: string) => {
    const { spec } = await bench.statefulSet(set);
    return spec?.template?.spec?.containers?.map(({ image }) => image);
  };

  it('begins with nodes and miners of the old one', async () => {
    await bench.apply('edited', SPEC);
    await bench.apply('annotated', SPEC);
    await mining.applyMiners(MINERS, {
      replicas: 1,
      xmrig: {
        args: ['-o', 'pool.invalid:5556', '-u', 'x', '--randomx-mode=light'],
        resources: { requests: { cpu: '10m', memory: '32Mi' } },
      },
    });
    await bench.ready('edited');
    await bench.ready('annotated');
    await until(
      'a miner runs',
      () => bench.pods(MINERS),
      ([pod]) => pod?.status?.phase === 'Running',
    );
    expect(await bench.version('edited-0')).toBe('0.18.4.0');
  });

  it('restarts no node and no miner, also when they are scaled or their volumes grow', async () => {
    const sets = ['edited', 'annotated', MINERS];
    const before = await Promise.all(sets.map(set => bench.identities(set)));
    const old = await bench.operatorPod();
    await deployNext();
    await until(
      'the next operator leads',
      async () => {
        const { metadata } = await bench.operatorPod();
        return metadata.uid !== old.metadata.uid
          ? bench.operatorMetrics()
          : new Map<string, number>();
      },
      metrics =>
        [...metrics].some(
          ([name, value]) =>
            name.startsWith('leader_election_master_status') && value === 1,
        ),
    );
    // It has looked at each of them, and does what is asked of it.
    await bench.apply('edited', { ...SPEC, replicas: 3 });
    await bench.apply('annotated', { ...SPEC, diskSize: '2Gi' });
    await bench.ready('edited');
    const grown = await until(
      'the claims',
      () => bench.statefulSet('annotated'),
      ({ spec }) =>
        spec?.volumeClaimTemplates?.[0]?.spec?.resources?.requests?.storage ===
        '2Gi',
    );
    expect(grown.spec?.replicas).toBe(2);
    await bench.ready('annotated');
    const after = await Promise.all(sets.map(set => bench.identities(set)));
    expect(after).toMatchObject(before);
    // The third node is like the two others, not of another make.
    expect(await images('edited')).not.toContain(NEXT.monerod);
    expect(await bench.version('edited-2')).toBe('0.18.4.0');
  });

  it('is adopted by a change of what pods are made of', async () => {
    await bench.apply('edited', {
      ...SPEC,
      monerod: { args: ['--out-peers=16'] },
    });
    const set = await bench.ready('edited');
    expect(await images('edited')).toEqual([NEXT.monerod, NEXT.exporter]);
    expect(set.status?.resolved?.image).toBe(NEXT.monerod);
    expect(await bench.version('edited-0')).toBe('0.18.0.0');
  });

  it('is adopted by an annotation', async () => {
    const annotations = { 'utxo.com.br/adopt-defaults': 'next' };
    const before = await bench.identities('annotated');
    for (const [resource, name] of [
      [NODE_SET_RESOURCE, 'annotated'],
      [MINING_NODE_SET_RESOURCE, MINERS],
    ] as const) {
      await client.patch(
        resource,
        bench.namespace,
        name,
        { metadata: { annotations } },
        { type: 'merge' },
      );
    }
    await until(
      'new nodes',
      () => bench.identities('annotated'),
      pods =>
        Object.keys(before).every(
          pod => pods[pod] && pods[pod] !== before[pod],
        ),
    );
    await bench.ready('annotated');
    expect(await images('annotated')).toEqual([NEXT.monerod, NEXT.exporter]);
    await until(
      'the image of miners',
      () => images(MINERS),
      all => all?.[0] === NEXT.xmrig,
    );
  });
});
