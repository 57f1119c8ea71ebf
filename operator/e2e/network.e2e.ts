import { KubeClient, ResourceRef, RESOURCES } from '@monero-portal/kube-client';
import { LABELS } from '@monero-portal/monero-api';
import { NETWORK_RESOURCE } from '../src/network/controller';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import { LiveNetwork, NetworkBench } from './NetworkBench';
import { until } from './support';

const NET = 'regtest';

/** The steps build on each other: one network, from its birth to its end. */
describe('a network on a real cluster', () => {
  let seen: LiveNetwork[] = [];
  let client: KubeClient;
  let bench: NetworkBench;

  beforeAll(async () => {
    bench = await NetworkBench.open('network');
    ({ client } = bench);
    seen = bench.follow(NETWORK_RESOURCE);
  });

  afterAll(async () => {
    await bench?.close();
  });

  const reason = (network: LiveNetwork, type: string) =>
    network.status?.conditions?.find(each => each.type === type);

  it('is ready when the twenty members of the example are in sync, and not before', async () => {
    const startedAt = Date.now();
    await bench.applyNetwork(NET, bench.example().spec);
    const network = await bench.networkReady(NET, 240_000);
    console.info(`apply to 20 Ready: ${Date.now() - startedAt} ms`);
    expect(network.status).toMatchObject({
      replicas: 20,
      readyReplicas: 20,
      updatedReplicas: 20,
      selector: `${LABELS.network}=${NET}`,
    });
    const early = seen.filter(
      each =>
        reason(each, 'Ready')?.status === 'True' &&
        each.status?.members?.filter(({ inSync }) => inSync).length !== 20,
    );
    expect(early).toEqual([]);
  });

  it('started every member once: the names of peers were there before', async () => {
    const lives = Object.values(await bench.lives(NET));
    expect(lives).toHaveLength(20);
    expect(lives.filter(({ restarts }) => restarts > 0)).toEqual([]);
  });

  it('connects every pair, and nobody else', async () => {
    const all = Object.keys(await bench.meshed(NET, 20)).sort();
    for (const pod of [`${NET}-0-0`, `${NET}-7-0`, `${NET}-19-0`]) {
      const others = all.filter(each => each !== pod);
      expect(await bench.connections(NET, pod)).toEqual(others);
    }
  });

  it.each([
    [0, 2],
    [7, 3],
    [19, 4],
  ])('carries a block from member %i to all', async (ordinal, height) => {
    await bench.mine(`${NET}-${ordinal}-0`, 1);
    const heights = await until(
      'equal heights',
      () => heightsOf(NET),
      all => all.every(each => each === height),
      60_000,
    );
    expect(heights).toHaveLength(20);
  });

  it('grows without a restart of those that are there', async () => {
    const before = await bench.lives(NET);
    await bench.scale(NET, 21);
    const network = await bench.networkReady(NET);
    expect(network.status?.readyReplicas).toBe(21);
    expect(await bench.lives(NET)).toMatchObject(before);
    const mesh = await bench.meshed(NET, 21);
    expect(Object.keys(mesh)).toHaveLength(21);
    expect(await heightsOf(NET)).toEqual(Array(21).fill(4));
  });

  it('shrinks from the highest, without a restart of the others', async () => {
    const before = await bench.lives(NET);
    await bench.scale(NET, 19);
    const network = await bench.networkReady(NET);
    expect(network.status).toMatchObject({ replicas: 19, readyReplicas: 19 });
    const { [`${NET}-19-0`]: a, [`${NET}-20-0`]: b, ...rest } = before;
    expect([a, b]).not.toContain(undefined);
    const after = await until(
      'two pods less',
      () => bench.lives(NET),
      lives => Object.keys(lives).length === 19,
    );
    expect(after).toEqual(rest);
    expect(await bench.names(RESOURCES.statefulSets, `${NET}-20`)).toEqual([]);
    const claims = await bench.names(
      RESOURCES.persistentVolumeClaims,
      `${NET}-20`,
    );
    expect(claims).toEqual([`data-${NET}-20-0`]);
    const mesh = await bench.meshed(NET, 19);
    expect(Object.keys(mesh)).toHaveLength(19);
  });

  it('lets a member return to its chain', async () => {
    await bench.scale(NET, 20);
    await bench.networkReady(NET);
    expect(await bench.gauge(`${NET}-19-0`, 'monero_info_height')).toBe(4);
    await bench.scale(NET, 3);
    await bench.networkReady(NET);
  });

  it('puts back members that somebody changes or deletes', async () => {
    const [name, other] = [`${NET}-2`, `${NET}-1`];
    const { metadata } = await bench.nodeSet(name);
    await client.delete(NODE_SET_RESOURCE, bench.namespace, name);
    await client.patch(
      NODE_SET_RESOURCE,
      bench.namespace,
      other,
      { metadata: { labels: { [LABELS.network]: null } } },
      { type: 'merge' },
    );
    await client.patch(
      NODE_SET_RESOURCE,
      bench.namespace,
      `${NET}-0`,
      { spec: { peers: [] } },
      { type: 'merge' },
    );
    await until(
      'all as before',
      () => Promise.all([0, 1, 2].map(each => bench.nodeSet(`${NET}-${each}`))),
      ([first, second, third]) =>
        first.spec.peers?.length === 1 &&
        second.metadata.labels?.[LABELS.network] === NET &&
        third.metadata.uid !== metadata.uid,
    );
    const mesh = await bench.meshed(NET, 3);
    expect(Object.keys(mesh)).toHaveLength(3);
    // Only now does its status tell of the members that have just come back.
    await bench.networkReady(NET);
  });

  it('changes its members one after the other', async () => {
    const before = await bench.lives(NET);
    const { spec } = bench.example();
    const args = [
      ...(spec.template?.spec?.monerod?.args ?? []),
      '--log-level=1',
    ];
    const { length } = seen;
    await bench.applyNetwork(NET, {
      ...spec,
      replicas: 3,
      template: { spec: { ...spec.template?.spec, monerod: { args } } },
    });
    await bench.networkReady(NET, 120_000);
    const after = await bench.lives(NET);
    for (const pod of Object.keys(before)) {
      expect(after[pod].uid).not.toBe(before[pod].uid);
    }
    const ready = seen.slice(length).map(each => each.status?.readyReplicas);
    expect(Math.min(...ready.map(each => each ?? 0))).toBe(2);
  });

  it('only watches when paused', async () => {
    await client.patch(
      NETWORK_RESOURCE,
      bench.namespace,
      NET,
      { spec: { paused: true, replicas: 4 } },
      { type: 'merge' },
    );
    const paused = await until(
      'Paused',
      () => bench.network(NET),
      network => reason(network, 'Paused')?.status === 'True',
    );
    expect(paused.status).toMatchObject({ replicas: 3 });
    expect(reason(paused, 'Ready')?.message).toBe(
      '1 of 4 members does not exist yet.',
    );
    await client.patch(
      NETWORK_RESOURCE,
      bench.namespace,
      NET,
      { spec: { paused: false, replicas: 3 } },
      { type: 'merge' },
    );
    await bench.networkReady(NET);
  });

  it('leaves a node set of somebody else alone, and says so', async () => {
    await bench.apply('other-1', { network: 'regtest' });
    const { metadata } = await bench.nodeSet('other-1');
    await bench.applyNetwork('other', { replicas: 2 });
    const network = await until(
      'Stalled',
      () => bench.network('other'),
      each => reason(each, 'Stalled')?.status === 'True',
    );
    expect(reason(network, 'Stalled')).toMatchObject({
      reason: 'NameTaken',
      message:
        'MoneroNodeSet other-1 exists and belongs to somebody else: delete it, or give the MoneroNetwork another name.',
    });
    expect((await bench.nodeSet('other-1')).metadata.uid).toBe(metadata.uid);
    await client.delete(NETWORK_RESOURCE, bench.namespace, 'other');
    await client.delete(NODE_SET_RESOURCE, bench.namespace, 'other-1');
  });

  it('restarts the only member when a second joins, because it must, and none for a third', async () => {
    await bench.applyNetwork('pair', { replicas: 1 });
    await bench.networkReady('pair');
    // The newcomer gets a chain from the first, and is nobody to learn from.
    await bench.mine('pair-0-0', 5);
    const alone = await bench.lives('pair');
    await bench.scale('pair', 2);
    await bench.networkReady('pair');
    const two = await bench.lives('pair');
    expect(two['pair-0-0'].uid).not.toBe(alone['pair-0-0'].uid);
    await until(
      'the chain of the first on both',
      () => heightsOf('pair'),
      all => all.length === 2 && all.every(height => height === 6),
    );
    await bench.scale('pair', 3);
    await bench.networkReady('pair');
    expect(await bench.lives('pair')).toMatchObject(two);
    await bench.meshed('pair', 3);
    await client.delete(NETWORK_RESOURCE, bench.namespace, 'pair');
  });

  it('goes with all members but their volumes', async () => {
    await client.delete(NETWORK_RESOURCE, bench.namespace, NET);
    const scope = {
      namespace: bench.namespace,
      labelSelector: `${LABELS.network}=${NET}`,
    };
    const left = (resource: ResourceRef) => async () =>
      (await client.list(resource, scope)).items;
    for (const resource of [
      NODE_SET_RESOURCE,
      RESOURCES.services,
      RESOURCES.pods,
    ]) {
      await until(`no ${resource.plural}`, left(resource), items => !items[0]);
    }
    const claims = await bench.names(
      RESOURCES.persistentVolumeClaims,
      `${NET}-0`,
    );
    expect(claims).toEqual([`data-${NET}-0-0`]);
  });

  async function heightsOf(network: string): Promise<number[]> {
    const pods = await bench.networkPods(network);
    return Promise.all(
      pods.map(({ metadata }) =>
        bench.gauge(metadata.name, 'monero_info_height'),
      ),
    );
  }
});
