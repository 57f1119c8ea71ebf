import { randomBytes } from 'node:crypto';
import { KubeError, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { IdentityKeeper } from '../anonymity/IdentityKeeper';
import { EventNote } from '../machinery/EventRecorder';
import { keyOf } from '../machinery/key';
import { StoreReader } from '../machinery/Store';
import { FakeClock } from '../testing/FakeClock';
import { FakeCluster, Write } from '../testing/FakeCluster';
import { CURRENT, nodeSet, onTor, pod, rawNodeSet } from '../testing/nodeSets';
import { pinTemplate } from '../machinery/pinTemplate';
import { withFingerprint } from '../machinery/planChanges';
import { desiredChildren } from './children';
import { NodeSetReconciler } from './controller';
import { ProgressTiming } from '../status/StatusReporter';
import { templateInputs } from './templateInputs';
import { Pod, StatefulSet, VolumeClaim } from '../machinery/kubeTypes';

const images = {
  monerod: 'monerod:1',
  exporter: 'portal:1',
  tor: 'tor:1',
  i2pd: 'i2pd:1',
};
/** What the next operator runs by default. */
const newer = {
  monerod: 'monerod:2',
  exporter: 'portal:2',
  tor: 'tor:2',
  i2pd: 'i2pd:2',
};
const KEY = 'monero/nodes';

function reader<T extends KubeObject>(items: T[]): StoreReader<T> {
  return {
    get: key => items.find(item => keyOf(item) === key),
    of: key => (key === KEY ? items : []),
    list: () => items,
  };
}

/** Everything there is, as the API server would have it after a first pass. */
function settled(raw = rawNodeSet()) {
  const set = nodeSet(raw.spec as object);
  const children = pinTemplate(desiredChildren(set, images), [], {
    inputs: templateInputs(set),
  }).map(withFingerprint);
  const statefulSet = children[children.length - 1] as StatefulSet;
  statefulSet.metadata.generation = 1;
  statefulSet.status = {
    observedGeneration: 1,
    replicas: 3,
    updateRevision: CURRENT,
  };
  return {
    raw,
    statefulSet: statefulSet as StatefulSet | undefined,
    others: children.slice(0, -1),
    pods: [pod(0), pod(1), pod(2)] as Pod[],
    claims: [] as VolumeClaim[],
    /** Absent: the cluster does not know the resource. */
    podMonitors: undefined as KubeObject[] | undefined,
  };
}

type World = ReturnType<typeof settled>;

async function pass(
  world: World,
  cluster = new FakeCluster(),
  defaults = images,
  progress?: ProgressTiming,
) {
  const { raw, statefulSet, others, podMonitors, pods, claims } = world;
  for (const each of pods) cluster.put(RESOURCES.pods, each);
  const events: EventNote[] = [];
  const reconciler = new NodeSetReconciler({
    client: cluster,
    stores: {
      nodeSets: reader([raw]),
      statefulSets: reader(statefulSet ? [statefulSet] : []),
      others: [reader(others)],
      podMonitors: { ...reader(podMonitors ?? []), available: !!podMonitors },
      pods: reader(pods),
      claims: reader(claims),
    },
    images: defaults,
    keeper: new IdentityKeeper({ client: cluster, randomBytes }),
    clock: new FakeClock(),
    events: { record: (_, event) => events.push(event) },
    progress,
  });
  const outcome = await reconciler.reconcile(KEY, new AbortController().signal);
  return { cluster, events, outcome };
}

function condition(writes: Write[], type: string) {
  const status = writes.find(({ what }) => what.endsWith('/status'))?.body as {
    status: { conditions: Array<{ type: string; message: string }> };
  };
  return status.status.conditions.find(each => each.type === type);
}

/** The same world, with the status that a pass wrote. */
async function atRest(world = settled()): Promise<World> {
  const { cluster } = await pass(world);
  const { body } = cluster.writes[0];
  return {
    ...world,
    raw: { ...world.raw, status: (body as { status: unknown }).status },
  };
}

describe('NodeSetReconciler', () => {
  it('creates every child, pods last, and says so', async () => {
    const world = {
      ...settled(),
      statefulSet: undefined,
      others: [],
      pods: [],
    };
    const { cluster } = await pass(world);
    expect(cluster.log).toEqual([
      'apply serviceaccounts/nodes-monerod',
      'apply networkpolicies/nodes-monerod',
      'apply configmaps/nodes-monerod',
      'apply services/nodes-p2p',
      'apply services/nodes-rpc',
      'apply services/nodes-0-p2p',
      'apply services/nodes-1-p2p',
      'apply services/nodes-2-p2p',
      'apply poddisruptionbudgets/nodes-monerod',
      'apply statefulsets/nodes',
      'apply moneronodesets/nodes/status',
    ]);
    expect(condition(cluster.writes, 'Ready')).toMatchObject({
      status: 'False',
    });
  });

  it('makes keys before anything else, and touches no pod with wrong ones', async () => {
    const fresh = (spec: object) => ({
      ...settled(rawNodeSet({ replicas: 1, ...spec })),
      statefulSet: undefined,
      others: [],
      pods: [],
    });
    const { cluster } = await pass(fresh({ tor: { enabled: true } }));
    expect(cluster.log[0]).toBe('create secrets/nodes-tor');
    expect(cluster.log).toContain('apply configmaps/nodes-addresses');

    const secretRef = { name: 'mine' };
    const wrong = await pass(fresh({ i2p: { enabled: true, secretRef } }));
    expect(wrong.cluster.log).toEqual(['apply moneronodesets/nodes/status']);
    expect(condition(wrong.cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason: 'IdentityInvalid',
      message: expect.stringContaining('names the Secret mine, which does not'),
    });
    expect(wrong.events).toMatchObject([{ reason: 'IdentityInvalid' }]);
    expect(wrong.outcome).toEqual({ requeueAfterMs: 60_000 });
  });

  it('leads one onion address to the Service for wallets once that has an address', async () => {
    const raw = rawNodeSet({ replicas: 2, tor: { enabled: true, rpc: true } });
    const world = { ...settled(raw), statefulSet: undefined, pods: [] };
    const { cluster } = await pass({ ...world, others: [] });
    expect(cluster.log).not.toContain('apply deployments/nodes-onion');
    const others = world.others.map(each =>
      each.metadata.name === 'nodes-rpc'
        ? {
            ...each,
            spec: { ...(each.spec as object), clusterIP: '10.96.0.9' },
          }
        : each,
    );
    const next = await pass({ ...world, others });
    const write = next.cluster.writes.find(
      ({ what }) => what === 'deployments/nodes-onion',
    );
    expect(JSON.stringify(write?.body)).toContain('18089 10.96.0.9:18089');
  });

  it('writes nothing when all is as it should be', async () => {
    const { cluster, events } = await pass(await atRest());
    expect(cluster.log).toEqual([]);
    expect(events).toEqual([]);
  });

  it('does not call a change done that nothing has acted on yet', async () => {
    const world = settled();
    world.raw = rawNodeSet({ monerod: { args: ['--out-peers=8'] } });
    const { cluster } = await pass(world);
    expect(cluster.log).toContain('apply statefulsets/nodes');
    expect(condition(cluster.writes, 'Ready')).toMatchObject({
      status: 'False',
    });
  });

  it('restarts nothing when the operator is upgraded', async () => {
    const { cluster } = await pass(await atRest(), new FakeCluster(), newer);
    expect(cluster.log).toEqual([]);
  });

  it('restarts nothing when it takes over from an operator that kept no template', async () => {
    const world = await atRest();
    const set = world.statefulSet as StatefulSet;
    const bare = <T extends KubeObject>(child: T): T => ({
      ...child,
      metadata: { ...child.metadata, annotations: {} },
    });
    const older = {
      ...world,
      statefulSet: bare(set),
      others: world.others.map(bare),
    };
    const { cluster } = await pass(older, new FakeCluster(), newer);
    const write = cluster.writes.find(
      ({ what }) => what === 'statefulsets/nodes',
    );
    const { spec } = write?.body as StatefulSet;
    expect(spec?.template).toEqual(set.spec?.template);

    // A change that it did not come to is not lost.
    const changed = rawNodeSet(
      { monerod: { args: ['--out-peers=8'] } },
      { generation: 2 },
    );
    const raw = { ...changed, status: world.raw.status };
    const next = await pass({ ...older, raw }, new FakeCluster(), newer);
    const { body } = next.cluster.writes.find(
      ({ what }) => what === 'statefulsets/nodes',
    ) as { body: StatefulSet };
    expect(JSON.stringify(body.spec?.template)).toContain('--out-peers=8');
  });

  it('turns Tor on by a rollout like any other, within the budget', async () => {
    const world = await atRest();
    const raw = {
      ...rawNodeSet({ tor: { enabled: true } }, { generation: 2 }),
      status: world.raw.status,
    };
    const first = await pass({ ...world, raw });
    const { body } = first.cluster.writes.find(
      ({ what }) => what === 'statefulsets/nodes',
    ) as { body: StatefulSet };
    expect(body.spec?.template?.spec?.initContainers?.[0].name).toBe('tor');
    expect(first.cluster.log.filter(each => each.startsWith('del'))).toEqual(
      [],
    );
    const statefulSet = {
      ...body,
      metadata: { ...body.metadata, generation: 2 },
      status: { observedGeneration: 2, replicas: 3, updateRevision: 'on-tor' },
    };
    const keys = await first.cluster.get(
      RESOURCES.secrets,
      'monero',
      'nodes-tor',
    );
    const deleted = async (pods: Pod[]) => {
      const cluster = new FakeCluster();
      cluster.put(RESOURCES.secrets, keys);
      const next = await pass({ ...world, raw, statefulSet, pods }, cluster);
      return next.cluster.log.filter(each => each.startsWith('delete pods'));
    };
    expect(await deleted([pod(0), pod(1), pod(2)])).toEqual([
      'delete pods/nodes-2',
    ]);
    const joining = (i: number) =>
      pod(i, { revision: 'on-tor', ...onTor(false) });
    const joined = (i: number) =>
      pod(i, { revision: 'on-tor', ...onTor(true) });
    // In sync, and nobody on Tor yet whom it could call.
    expect(await deleted([pod(0), pod(1), joining(2)])).toEqual([
      'delete pods/nodes-1',
    ]);
    // Now there is: until they have met it serves no wallets.
    expect(await deleted([pod(0), joining(1), joining(2)])).toEqual([]);
    expect(await deleted([pod(0), joining(1), joined(2)])).toEqual([
      'delete pods/nodes-0',
    ]);
  });

  it('puts back a pod template that somebody changed', async () => {
    const world = await atRest();
    const { spec } = world.statefulSet as StatefulSet;
    const containers = spec?.template?.spec?.containers?.map(each => ({
      ...each,
      image: 'mine:1',
    }));
    world.statefulSet = {
      ...(world.statefulSet as StatefulSet),
      spec: { ...spec, template: { spec: { containers } } },
    };
    const { cluster } = await pass(world);
    expect(cluster.log[0]).toBe('apply statefulsets/nodes');
    const { body } = cluster.writes[0];
    expect((body as StatefulSet).spec?.template).toEqual(spec?.template);
  });

  it('tells once when all nodes are in sync', async () => {
    const { events } = await pass(settled());
    expect(events).toMatchObject([{ type: 'Normal', reason: 'AllInSync' }]);
  });

  it('repairs what somebody took away', async () => {
    const world = await atRest();
    world.others = world.others.filter(
      ({ metadata }) => metadata.name !== 'nodes-rpc',
    );
    const { cluster } = await pass(world);
    expect(cluster.log).toEqual(['apply services/nodes-rpc']);
  });

  it('removes the Services of nodes that were scaled away', async () => {
    const before = settled();
    const world = { ...before, raw: rawNodeSet({ replicas: 2 }) };
    const { cluster } = await pass(world);
    expect(cluster.log).toEqual([
      'apply configmaps/nodes-monerod',
      'apply statefulsets/nodes',
      'delete services/nodes-2-p2p',
      'apply moneronodesets/nodes/status',
    ]);
  });

  it('replaces an outdated pod, decided on what is and not on the cache', async () => {
    const world = await atRest();
    const old = pod(2, { revision: 'nodes-old' });
    const { cluster, events } = await pass({
      ...world,
      pods: [pod(0), pod(1), old],
    });
    expect(cluster.writes[0]).toMatchObject({
      verb: 'delete',
      what: 'pods/nodes-2',
      options: {
        preconditions: {
          uid: old.metadata.uid,
          resourceVersion: expect.any(String),
        },
      },
    });
    expect(events).toMatchObject([
      { reason: 'ReplacingNode' },
      { type: 'Normal', reason: 'RollingOut' },
    ]);

    const late = new FakeCluster();
    const stale = {
      ...world,
      pods: [pod(0, { revision: 'nodes-old' }), pod(1), old],
    };
    const gone = pod(2, { revision: 'nodes-old', terminating: true });
    const { list } = late;
    jest.spyOn(late, 'list').mockImplementation(async (...args) => {
      late.put(RESOURCES.pods, gone);
      return list.apply(late, args) as ReturnType<typeof late.list<never>>;
    });
    await pass(stale, late);
    expect(late.log.filter(each => each.startsWith('delete'))).toEqual([]);
  });

  it('makes a PodMonitor once the cluster knows what that is, and keeps it', async () => {
    const world = { ...(await atRest()), podMonitors: [] as KubeObject[] };
    const { cluster } = await pass(world);
    expect(cluster.log).toEqual(['apply podmonitors/nodes-monerod']);
    world.podMonitors = [cluster.writes[0].body as KubeObject];
    expect((await pass(world)).cluster.log).toEqual([]);
  });

  it('touches nothing but the status when paused', async () => {
    for (const raw of [
      rawNodeSet({ paused: true }),
      rawNodeSet({}, { annotations: { 'utxo.com.br/paused': 'true' } }),
    ]) {
      const world = { ...settled(), raw, others: [], statefulSet: undefined };
      const { cluster } = await pass(world);
      expect(cluster.log).toEqual(['apply moneronodesets/nodes/status']);
      expect(condition(cluster.writes, 'Paused')).toMatchObject({
        status: 'True',
      });
    }
  });

  it('explains a spec that it cannot read, and leaves the nodes alone', async () => {
    const raw = rawNodeSet();
    raw.spec = { replicas: 'many', monerod: { args: ['--data-dir=/x'] } };
    const { cluster, events, outcome } = await pass({ ...settled(), raw });
    expect(cluster.log).toEqual(['apply moneronodesets/nodes/status']);
    const stalled = condition(cluster.writes, 'Stalled');
    expect(stalled).toMatchObject({ status: 'True', reason: 'InvalidSpec' });
    expect(stalled?.message).toContain('replicas');
    expect(events).toMatchObject([{ type: 'Warning', reason: 'InvalidSpec' }]);
    expect(outcome).toEqual({});
  });

  it.each<[string, (cluster: FakeCluster) => void, string]>([
    [
      'a name that is taken',
      cluster =>
        cluster.put(RESOURCES.services, {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'nodes-rpc', namespace: 'monero' },
        }),
      'NameTaken',
    ],
    [
      'a refused change',
      cluster =>
        cluster.refusals.set(
          'apply configmaps/nodes-monerod',
          new KubeError({ code: 'Forbidden', message: 'exceeded quota' }),
        ),
      'ApplyRefused',
    ],
  ])('stalls before %s, and looks again later', async (_, prepare, reason) => {
    const cluster = new FakeCluster();
    prepare(cluster);
    const world = {
      ...settled(),
      others: [],
      statefulSet: undefined,
      pods: [],
    };
    const { outcome, events } = await pass(world, cluster);
    expect(condition(cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason,
    });
    expect(events).toMatchObject([{ type: 'Warning', reason }]);
    expect(outcome).toEqual({ requeueAfterMs: 60_000 });
  });

  it('throws what passes by itself, to be called again', async () => {
    const cluster = new FakeCluster();
    cluster.refusals.set(
      'apply configmaps/nodes-monerod',
      new KubeError({ code: 'Unreachable', message: 'cut' }),
    );
    const world = { ...settled(), others: [], statefulSet: undefined };
    await expect(pass(world, cluster)).rejects.toMatchObject({
      code: 'Unreachable',
    });
  });

  it('grows claims, and replaces the StatefulSet without its pods', async () => {
    const claim: VolumeClaim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data-nodes-0', namespace: 'monero' },
      spec: { resources: { requests: { storage: '1Gi' } } },
    };
    const cluster = new FakeCluster();
    cluster.put(RESOURCES.persistentVolumeClaims, claim);
    const world = {
      ...settled(),
      raw: rawNodeSet({ diskSize: '5Gi' }),
      claims: [claim],
    };
    await pass(world, cluster);
    expect(cluster.log.slice(0, 2)).toEqual([
      'delete statefulsets/nodes',
      'patch persistentvolumeclaims/data-nodes-0',
    ]);
    expect(cluster.writes[0].options).toMatchObject({
      propagationPolicy: 'Orphan',
    });
    expect(cluster.writes[1].body).toEqual({
      spec: { resources: { requests: { storage: '5Gi' } } },
    });
  });

  it('says why a claim cannot grow, and rolls out all the same', async () => {
    const claim: VolumeClaim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data-nodes-0', namespace: 'monero' },
      spec: {
        storageClassName: 'rigid',
        resources: { requests: { storage: '1Gi' } },
      },
    };
    const cluster = new FakeCluster();
    cluster.refusals.set(
      'patch persistentvolumeclaims/data-nodes-0',
      new KubeError({
        code: 'Forbidden',
        message:
          'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize (HTTP 403)',
      }),
    );
    const world = settled(rawNodeSet({ diskSize: '5Gi' }));
    const { outcome } = await pass(
      {
        ...world,
        pods: [pod(0), pod(1), pod(2, { revision: 'nodes-old' })],
        claims: [claim],
      },
      cluster,
    );
    expect(cluster.log[0]).toBe('delete pods/nodes-2');
    expect(condition(cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason: 'ClaimCannotGrow',
      message: expect.stringMatching(
        /data-nodes-0 stays at 1Gi.*StorageClass rigid.*5Gi.*allowVolumeExpansion/,
      ),
    });
    expect(outcome).toEqual({ requeueAfterMs: 60_000 });
  });

  it.each<[string, string, string]>([
    [
      'a quota',
      'create Pod nodes-2 in StatefulSet nodes failed error: pods "nodes-2" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2',
      'QuotaExceeded',
    ],
    [
      'an admission policy',
      'create Pod nodes-2 in StatefulSet nodes failed error: admission webhook denied it',
      'PodsRefused',
    ],
  ])('says that %s leaves nodes without pods', async (_, note, reason) => {
    const cluster = new FakeCluster();
    const event = (name: string, text: string, time: string) =>
      cluster.put(RESOURCES.events, {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        metadata: { name, namespace: 'monero' },
        note: text,
        deprecatedLastTimestamp: time,
      });
    event('new', note, '2026-01-01T00:00:05Z');
    event('old', 'something else', '2026-01-01T00:00:00Z');
    const world = settled();
    if (world.statefulSet?.status) world.statefulSet.status.replicas = 2;
    const { outcome, events } = await pass(
      { ...world, pods: [pod(0), pod(1)] },
      cluster,
    );
    expect(condition(cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason,
      message: expect.stringContaining(
        reason === 'QuotaExceeded' ? 'exceeded quota: small' : note,
      ),
    });
    expect(events).toMatchObject([{ type: 'Warning', reason }]);
    expect(outcome).toEqual({ requeueAfterMs: 15_000 });

    const later = pod(1);
    later.metadata.creationTimestamp = '2026-01-01T00:00:06Z';
    const written = cluster.writes.find(({ what }) => what.endsWith('/status'));
    const raw = { ...world.raw, ...(written?.body as { status: unknown }) };
    raw.metadata = world.raw.metadata;
    const overcome = await pass(
      { ...world, raw, pods: [pod(0), later] },
      cluster,
    );
    expect(overcome.events).toMatchObject([
      { type: 'Normal', reason: 'Creating' },
    ]);
  });

  it('keeps progress for a moment, also while pods are missing', async () => {
    const progress = { clock: new FakeClock(), waitMs: 500 };
    const missing = settled();
    if (missing.statefulSet?.status) missing.statefulSet.status.replicas = 2;
    for (const world of [
      { ...settled(), pods: [pod(0), pod(1)] },
      { ...missing, pods: [pod(0), pod(1)] },
    ]) {
      const cluster = new FakeCluster();
      const { outcome } = await pass(world, cluster, images, progress);
      expect(outcome).toEqual({ requeueAfterMs: 500 });
      expect(cluster.log).toEqual([]);
    }
  });

  it('leaves a node set alone that is being deleted, or gone', async () => {
    const deletionTimestamp = '2026-01-01T00:00:00Z';
    const raw = rawNodeSet({}, { deletionTimestamp });
    expect((await pass({ ...settled(), raw })).cluster.log).toEqual([]);
    const other = rawNodeSet({}, { name: 'other' });
    expect((await pass({ ...settled(), raw: other })).cluster.log).toEqual([]);
  });
});
