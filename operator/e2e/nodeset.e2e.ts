import { isKubeError, KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { VolumeClaim } from '../src/machinery/kubeTypes';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import { Bench, condition, kubectl, LiveNodeSet, until } from './support';

const SET = 'chain';
const SPEC: MoneroNodeSet['spec'] = {
  replicas: 3,
  network: 'regtest',
  monerod: { image: 'docker.io/monero-portal/monerod:0.18.4.0' },
};

/** The steps build on each other: one node set, from its birth to its end. */
describe('a node set on a real cluster', () => {
  let seen: LiveNodeSet[] = [];
  let client: KubeClient;
  let bench: Bench;

  beforeAll(async () => {
    bench = await Bench.open('operator');
    ({ client } = bench);
    seen = bench.follow(NODE_SET_RESOURCE);
  });

  afterAll(async () => {
    await bench?.close();
  });

  it('is ready when three restricted pods are in sync, and not before', async () => {
    const startedAt = Date.now();
    await bench.apply(SET, SPEC);
    const set = await bench.ready(SET);
    console.info(`apply to Ready: ${Date.now() - startedAt} ms`);
    expect(set.status).toMatchObject({
      replicas: 3,
      readyReplicas: 3,
      updatedReplicas: 3,
    });
    expect(set.status?.nodes?.map(({ phase }) => phase)).toEqual([
      'InSync',
      'InSync',
      'InSync',
    ]);
    const early = seen.filter(
      each =>
        condition(each, 'Ready')?.status === 'True' &&
        each.status?.nodes?.some(({ inSync }) => !inSync),
    );
    expect(early).toEqual([]);
    for (const pod of Object.keys(await bench.identities(SET))) {
      const incoming = await bench.gauge(
        pod,
        'monero_p2p_connections{type="in",state="normal"}',
      );
      const outgoing = await bench.gauge(
        pod,
        'monero_p2p_connections{type="out",state="normal"}',
      );
      expect(incoming + outgoing).toBeGreaterThanOrEqual(2);
    }
  });

  it('carries a block from one node to all', async () => {
    await bench.mine('chain-1', 5);
    const heights = await until(
      'equal heights',
      () => bench.heights(SET),
      all => all.every(height => height === 6),
      30_000,
    );
    expect(heights).toEqual([6, 6, 6]);
  });

  it('at rest writes nothing but leases', async () => {
    await until(
      'the operator leads',
      () => bench.operatorWrites(),
      writes => writes.PUT > 0,
    );
    // Five renewals of the lease: ten seconds in which nothing else is written.
    // What an earlier test left to be removed may end first.
    const [before, after] = await until(
      'ten seconds of rest',
      async () => {
        const first = await bench.operatorWrites();
        const last = await until(
          'five renewals',
          () => bench.operatorWrites(),
          writes => writes.PUT >= first.PUT + 5,
        );
        return [first, last] as const;
      },
      ([first, last]) => first.PATCH === last.PATCH && first.POST === last.POST,
    );
    expect({ ...after, PUT: 0 }).toEqual({ ...before, PUT: 0 });
  });

  it('puts back what somebody deletes or changes', async () => {
    const name = `${SET}-rpc`;
    const old = await client.get(RESOURCES.services, bench.namespace, name);
    await client.delete(RESOURCES.services, bench.namespace, name);
    await until(
      'a new Service',
      () => client.get(RESOURCES.services, bench.namespace, name),
      service => service.metadata.uid !== old.metadata.uid,
    );
    await client.patch(
      RESOURCES.services,
      bench.namespace,
      name,
      { spec: { sessionAffinity: 'None' } },
      { type: 'merge' },
    );
    const service = await until(
      'the affinity again',
      () => client.get(RESOURCES.services, bench.namespace, name),
      each =>
        (each.spec as { sessionAffinity: string }).sessionAffinity ===
        'ClientIP',
    );
    expect(service.metadata.ownerReferences?.[0]).toMatchObject({ name: SET });
  });

  it('grows by a fourth node without touching the three', async () => {
    const before = await bench.identities(SET);
    await bench.apply(SET, { ...SPEC, replicas: 4 });
    await bench.ready(SET);
    expect(await bench.identities(SET)).toMatchObject(before);
    await until(
      'heights',
      () => bench.heights(SET),
      all => all.length === 4 && all.every(h => h === 6),
    );
    expect(
      (await bench.pods(SET))
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .filter(({ restartCount }) => restartCount),
    ).toEqual([]);
  });

  it('shrinks to two, cleans up after the others, keeps their volumes', async () => {
    const before = await bench.identities(SET);
    await bench.apply(SET, { ...SPEC, replicas: 2 });
    await bench.ready(SET);
    expect(await bench.identities(SET)).toEqual({
      'chain-0': before['chain-0'],
      'chain-1': before['chain-1'],
    });
    expect(await bench.names(RESOURCES.services, SET)).toEqual([
      'chain-0-p2p',
      'chain-1-p2p',
      'chain-p2p',
      'chain-rpc',
    ]);
    expect(
      await bench.names(RESOURCES.persistentVolumeClaims, SET),
    ).toHaveLength(4);
    await bench.apply(SET, SPEC);
    await bench.ready(SET);
  });

  it('rolls a change out one node at a time, and keeps the chain', async () => {
    const before = await bench.identities(SET);
    seen.length = 0;
    await bench.apply(SET, {
      ...SPEC,
      monerod: { ...SPEC.monerod, args: ['--out-peers=16'] },
    });
    await bench.ready(SET);
    const after = await bench.identities(SET);
    for (const pod of Object.keys(before)) {
      expect(after[pod]).not.toBe(before[pod]);
    }
    const fewest = Math.min(
      ...seen.map(({ status }) => status?.readyReplicas ?? 3),
    );
    expect(fewest).toBe(2);
    await until(
      'heights',
      () => bench.heights(SET),
      all => all.every(h => h === 6),
    );
    expect(await bench.heights(SET)).toEqual([6, 6, 6]);
  });

  it('grows its volumes without touching the pods', async () => {
    const before = await bench.identities(SET);
    const old = await bench.statefulSet(SET);
    await bench.apply(SET, {
      ...SPEC,
      diskSize: '2Gi',
      monerod: { ...SPEC.monerod, args: ['--out-peers=16'] },
    });
    await until(
      'larger claims',
      () =>
        client.list<VolumeClaim>(RESOURCES.persistentVolumeClaims, {
          namespace: bench.namespace,
        }),
      ({ items }) =>
        items.every(({ spec }) => spec?.resources?.requests?.storage === '2Gi'),
    );
    await until(
      'a new StatefulSet',
      () => bench.statefulSet(SET),
      set => set.metadata.uid !== old.metadata.uid,
    );
    await bench.ready(SET);
    expect(await bench.identities(SET)).toEqual(before);
  });

  it('is not ready while a daemon is down, and recovers by itself', async () => {
    await bench.ready(SET);
    await kubectl(
      'exec',
      '-n',
      bench.namespace,
      'chain-2',
      '-c',
      'monerod',
      '--',
      'bash',
      '-c',
      'kill -TERM 1',
    );
    await until(
      'not ready',
      () => bench.nodeSet(SET),
      set => condition(set, 'Ready')?.status === 'False',
    );
    const set = await bench.ready(SET);
    expect(set.status?.readyReplicas).toBe(3);
  });

  it('goes on when the operator is killed', async () => {
    const old = await bench.operatorPod();
    const before = await bench.identities(SET);
    await bench.killOperator(old);
    await until(
      'a new operator',
      () => bench.operatorPod(),
      pod => pod.metadata.uid !== old.metadata.uid,
    );
    // It takes over when the lease of the one that died without a word ends.
    await until(
      'a new leader',
      () => bench.operatorMetrics(),
      metrics =>
        [...metrics].some(
          ([name, value]) =>
            name.startsWith('leader_election_master_status') && value === 1,
        ),
    );
    await client.delete(RESOURCES.services, bench.namespace, 'chain-p2p');
    await until(
      'work',
      () => client.get(RESOURCES.services, bench.namespace, 'chain-p2p'),
      () => true,
    );
    await bench.ready(SET);
    expect(await bench.identities(SET)).toEqual(before);
  });

  it('waits while it is paused', async () => {
    const set = await bench.nodeSet(SET);
    await client.patch(
      NODE_SET_RESOURCE,
      bench.namespace,
      SET,
      { metadata: { annotations: { 'utxo.com.br/paused': 'true' } } },
      { type: 'merge' },
    );
    await until(
      'paused',
      () => bench.nodeSet(SET),
      each => condition(each, 'Paused')?.status === 'True',
    );
    const passes = await bench.reconciliations();
    await client.delete(RESOURCES.services, bench.namespace, 'chain-rpc');
    await until(
      'a pass after the deletion',
      () => bench.reconciliations(),
      count => count > passes,
    );
    expect(await bench.names(RESOURCES.services, SET)).not.toContain(
      'chain-rpc',
    );
    await client.patch(
      NODE_SET_RESOURCE,
      bench.namespace,
      SET,
      { metadata: { annotations: { 'utxo.com.br/paused': null } } },
      { type: 'merge' },
    );
    await until(
      'at work again',
      () => client.get(RESOURCES.services, bench.namespace, 'chain-rpc'),
      () => true,
    );
    expect((await bench.ready(SET)).metadata.uid).toBe(set.metadata.uid);
  });

  it("says that a name is taken, and leaves the other's object alone", async () => {
    const foreign = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'taken-rpc', namespace: bench.namespace },
      spec: { ports: [{ port: 1 }] },
    };
    await client.create(RESOURCES.services, foreign);
    await bench.apply('taken', { ...SPEC, replicas: 0 });
    const set = await until(
      'stalled',
      () => bench.nodeSet('taken'),
      each => condition(each, 'Stalled')?.status === 'True',
    );
    expect(condition(set, 'Stalled')).toMatchObject({
      reason: 'NameTaken',
      message: expect.stringContaining('Service taken-rpc exists'),
    });
    const service = await client.get(
      RESOURCES.services,
      bench.namespace,
      'taken-rpc',
    );
    expect(service.metadata.ownerReferences).toBeUndefined();
  });

  it('is alone and in sync with one node, and frees the volume if told to', async () => {
    await bench.apply('single', {
      ...SPEC,
      replicas: 1,
      volumeRetention: 'Delete',
    });
    await bench.ready('single');
    expect(await bench.names(RESOURCES.podDisruptionBudgets, 'single')).toEqual(
      [],
    );
    await client.delete(NODE_SET_RESOURCE, bench.namespace, 'single');
    await until(
      'no claim',
      () => bench.names(RESOURCES.persistentVolumeClaims, 'single'),
      names => names.length === 0,
    );
  });

  it('does not sacrifice the last node that runs to a change that cannot start', async () => {
    const image = 'docker.io/monero-portal/monerod:no-such-version';
    await bench.apply('pair', { ...SPEC, replicas: 2 });
    await bench.ready('pair');
    const before = await bench.identities('pair');
    await bench.apply('pair', {
      ...SPEC,
      replicas: 2,
      monerod: { image },
    });
    const set = await until(
      'a node that cannot start',
      () => bench.nodeSet('pair'),
      each => each.status?.nodes?.[1]?.message?.includes('ImagePull') === true,
    );
    expect(condition(set, 'Ready')).toMatchObject({ reason: 'RollingOut' });
    const during = await bench.identities('pair');
    expect(during['pair-0']).toBe(before['pair-0']);
    expect(during['pair-1']).not.toBe(before['pair-1']);
    await bench.apply('pair', { ...SPEC, replicas: 2 });
    await bench.ready('pair');
    expect((await bench.identities('pair'))['pair-0']).toBe(before['pair-0']);
    await client.delete(NODE_SET_RESOURCE, bench.namespace, 'pair');
  });

  it('loses its disruption budget with its second node', async () => {
    await bench.apply(SET, { ...SPEC, diskSize: '2Gi', replicas: 1 });
    await until(
      'no budget',
      () => bench.names(RESOURCES.podDisruptionBudgets, SET),
      names => names.length === 0,
    );
    const set = await bench.ready(SET);
    expect(set.status?.replicas).toBe(1);
  });

  it('goes with all but its volumes', async () => {
    await client.delete(NODE_SET_RESOURCE, bench.namespace, SET);
    const left = (resource: Parameters<Bench['names']>[0]) => () =>
      bench.names(resource, SET);
    for (const resource of [
      RESOURCES.statefulSets,
      RESOURCES.services,
      RESOURCES.configMaps,
      RESOURCES.networkPolicies,
      RESOURCES.serviceAccounts,
      RESOURCES.pods,
    ]) {
      await until(resource.plural, left(resource), names => names.length === 0);
    }
    expect(
      await bench.names(RESOURCES.persistentVolumeClaims, SET),
    ).toHaveLength(4);
    const gone = await bench.nodeSet(SET).catch(error => error);
    expect(isKubeError(gone, 'NotFound')).toBe(true);
  });
});
