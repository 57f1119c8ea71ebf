import { KubeError, KubeObject } from '@monero-portal/kube-client';
import { EventNote } from '../machinery/EventRecorder';
import { keyOf } from '../machinery/key';
import { Pod, StatefulSet } from '../machinery/kubeTypes';
import { pinTemplate } from '../machinery/pinTemplate';
import { withFingerprint } from '../machinery/planChanges';
import { StoreReader } from '../machinery/Store';
import { FakeClock } from '../testing/FakeClock';
import { FakeCluster } from '../testing/FakeCluster';
import {
  CURRENT,
  daemon,
  daemonNetwork,
  minerPod,
  miningNodeSet,
  ON_NETWORK,
  rawMiningNodeSet,
  SOLO,
} from '../testing/miningNodeSets';
import { desiredChildren } from './children';
import { MiningNodeSetReconciler } from './controller';
import { Daemon } from './daemon';
import { templateInputs } from './templateInputs';

const images = { xmrig: 'xmrig:1', exporter: 'portal:1' };
const KEY = 'monero/miners';

function reader<T extends KubeObject>(items: T[]): StoreReader<T> {
  return {
    get: key => items.find(item => keyOf(item) === key),
    of: key => (key === KEY ? items : []),
    list: () => items,
  };
}

/** Everything there is, as the API server would have it after a first pass. */
function settled(raw = rawMiningNodeSet()) {
  const set = miningNodeSet();
  const children = pinTemplate(desiredChildren(set, images), [], {
    inputs: templateInputs(set),
  }).map(withFingerprint);
  const statefulSet = children[2] as StatefulSet;
  statefulSet.metadata.generation = 1;
  statefulSet.status = { observedGeneration: 1, updateRevision: CURRENT };
  return {
    raw,
    statefulSets: [statefulSet],
    others: children.slice(0, 2),
    pods: [minerPod(0), minerPod(1)] as Pod[],
    nodeSets: [daemon(1)],
    networks: [] as Daemon[],
    /** Absent: the cluster does not know the resource. */
    podMonitors: undefined as KubeObject[] | undefined,
  };
}

type World = ReturnType<typeof settled>;

const empty = (): World => ({
  ...settled(),
  statefulSets: [],
  others: [],
  pods: [],
});

async function pass(world: World, cluster = new FakeCluster()) {
  const events: EventNote[] = [];
  const reconciler = new MiningNodeSetReconciler({
    client: cluster,
    stores: {
      miningNodeSets: reader([world.raw]),
      statefulSets: reader(world.statefulSets),
      others: [reader(world.others)],
      podMonitors: {
        ...reader(world.podMonitors ?? []),
        available: !!world.podMonitors,
      },
      pods: reader(world.pods),
      daemons: {
        MoneroNodeSet: reader(world.nodeSets),
        MoneroNetwork: reader(world.networks),
      },
    },
    images,
    clock: new FakeClock(),
    events: { record: (_, event) => events.push(event) },
  });
  const outcome = await reconciler.reconcile(KEY, new AbortController().signal);
  const status = cluster.writes.find(({ what }) => what.endsWith('/status'));
  const { conditions = [] } = ((
    status?.body as { status: { conditions?: Array<Record<string, string>> } }
  )?.status ?? {}) as { conditions?: Array<Record<string, string>> };
  return {
    cluster,
    events,
    outcome,
    status: status?.body as { status: unknown } | undefined,
    condition: (type: string) => conditions.find(each => each.type === type),
  };
}

describe('MiningNodeSetReconciler', () => {
  it('creates every child, pods last', async () => {
    const { cluster } = await pass(empty());
    expect(cluster.log).toEqual([
      'apply serviceaccounts/miners-xmrig',
      'apply networkpolicies/miners-xmrig',
      'apply statefulsets/miners',
      'apply monerominingnodesets/miners/status',
    ]);
  });

  it('writes nothing when all is as it should be', async () => {
    const world = settled();
    const { status, events } = await pass(world);
    expect(events).toMatchObject([{ type: 'Normal', reason: 'AllMining' }]);
    const raw = { ...world.raw, status: status?.status };
    const again = await pass({ ...world, raw });
    expect(again.cluster.log).toEqual([]);
    expect(again.events).toEqual([]);
  });

  it('puts back what somebody took away', async () => {
    const world = settled();
    const { cluster } = await pass({ ...world, others: world.others.slice(1) });
    expect(cluster.log[0]).toBe('apply serviceaccounts/miners-xmrig');
  });

  it('makes a PodMonitor once the cluster knows what that is, and keeps it', async () => {
    const world: World = { ...settled(), podMonitors: [] };
    const { cluster } = await pass(world);
    expect(cluster.log[0]).toBe('apply podmonitors/miners-xmrig');
    world.podMonitors = [cluster.writes[0].body as KubeObject];
    const { log } = (await pass(world)).cluster;
    expect(log.filter(each => !each.endsWith('/status'))).toEqual([]);
  });

  it('scales the pods', async () => {
    const raw = rawMiningNodeSet({ ...SOLO, replicas: 10 });
    const { cluster } = await pass({ ...settled(), raw });
    expect(cluster.log[0]).toBe('apply statefulsets/miners');
    expect(cluster.writes[0].body).toMatchObject({ spec: { replicas: 10 } });
  });

  it('tells of a daemon that is not there, and makes the miners all the same', async () => {
    const { cluster, events, condition } = await pass({
      ...empty(),
      nodeSets: [],
    });
    expect(cluster.log).toContain('apply statefulsets/miners');
    expect(condition('DaemonReady')).toMatchObject({
      status: 'False',
      reason: 'DaemonMissing',
    });
    expect(events).toMatchObject([
      { type: 'Warning', reason: 'DaemonMissing' },
    ]);
  });

  it('takes work from a network, and from no namesake of another kind', async () => {
    const raw = rawMiningNodeSet({
      ...ON_NETWORK,
      daemonRef: { kind: 'MoneroNetwork', name: 'nodes' },
    });
    const missing = await pass({ ...settled(), raw });
    expect(missing.condition('DaemonReady')).toMatchObject({
      reason: 'DaemonMissing',
    });
    const there = daemonNetwork(2);
    const named = { ...there, metadata: { ...there.metadata, name: 'nodes' } };
    const found = await pass({ ...settled(), raw, networks: [named] });
    expect(found.condition('DaemonReady')).toMatchObject({ status: 'True' });
  });

  it('starts no miner with a wallet that its daemon refuses', async () => {
    const { cluster, condition, outcome } = await pass({
      ...empty(),
      nodeSets: [daemon(1, { network: 'stagenet' })],
    });
    expect(cluster.log).toEqual(['apply monerominingnodesets/miners/status']);
    expect(condition('Stalled')).toMatchObject({
      status: 'True',
      reason: 'WalletOfOtherNetwork',
    });
    expect(outcome).toEqual({ requeueAfterMs: 60_000 });
  });

  it('touches nothing but the status when paused', async () => {
    const raw = rawMiningNodeSet(SOLO, {
      annotations: { 'utxo.com.br/paused': 'true' },
    });
    const { cluster, condition } = await pass({ ...empty(), raw });
    expect(cluster.log).toEqual(['apply monerominingnodesets/miners/status']);
    expect(condition('Paused')).toMatchObject({ status: 'True' });
  });

  it('explains a spec that it cannot read', async () => {
    const raw = rawMiningNodeSet({ xmrig: { args: ['--config=x'] } });
    const { cluster, condition } = await pass({ ...settled(), raw });
    expect(cluster.log).toEqual(['apply monerominingnodesets/miners/status']);
    expect(condition('Stalled')).toMatchObject({ reason: 'InvalidSpec' });
    expect(condition('Stalled')?.message).toContain('--config reads a file');
  });

  it('stalls before a refused change, and looks again later', async () => {
    const cluster = new FakeCluster();
    cluster.refusals.set(
      'apply statefulsets/miners',
      new KubeError({ code: 'Forbidden', message: 'exceeded quota' }),
    );
    const { condition, outcome } = await pass(empty(), cluster);
    expect(condition('Stalled')).toMatchObject({ reason: 'ApplyRefused' });
    expect(outcome).toEqual({ requeueAfterMs: 60_000 });
  });

  it('leaves a set alone that is being deleted', async () => {
    const raw = rawMiningNodeSet(SOLO, {
      deletionTimestamp: '2026-01-01T00:00:00Z',
    });
    expect((await pass({ ...settled(), raw })).cluster.log).toEqual([]);
  });
});
