import { randomBytes } from 'node:crypto';
import { KubeError, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { addressesIn, missingEntries } from '../anonymity/identities';
import { IdentityKeeper } from '../anonymity/IdentityKeeper';
import { EventNote } from '../machinery/EventRecorder';
import { keyOf } from '../machinery/key';
import { withFingerprint } from '../machinery/planChanges';
import { StoreReader } from '../machinery/Store';
import { NODE_SET_RESOURCE } from '../nodeset/controller';
import { FakeClock } from '../testing/FakeClock';
import { FakeCluster, Write } from '../testing/FakeCluster';
import {
  memberOf,
  MemberTraits,
  network,
  rawNetwork,
} from '../testing/networks';
import { desiredChildren, isMember } from './children';
import { NetworkReconciler } from './controller';
import { memberPod } from './identities';
import { Member } from './observe';
import { Network } from './spec';

const KEY = 'lab/regtest';

function reader<T extends KubeObject>(items: T[]): StoreReader<T> {
  return {
    get: key => items.find(item => keyOf(item) === key),
    of: key => (key === KEY ? items : []),
    list: () => items,
  };
}

/** Everything there is when a network is as wanted. */
function settled(raw = rawNetwork()) {
  const net = network(raw.spec as object, raw.metadata);
  return {
    raw,
    services: desiredChildren(net)
      .filter(each => !isMember(each))
      .map(withFingerprint),
    members: Array.from(
      { length: net.replicas },
      (_, i): Member => memberOf(net, i),
    ),
  };
}

type World = ReturnType<typeof settled>;

async function pass(world: World, cluster = new FakeCluster()) {
  const events: EventNote[] = [];
  const reconciler = new NetworkReconciler({
    keeper: new IdentityKeeper({ client: cluster, randomBytes }),
    client: cluster,
    stores: {
      networks: reader([world.raw]),
      members: reader(world.members),
      services: reader(world.services),
    },
    clock: new FakeClock(),
    events: { record: (_, event) => events.push(event) },
  });
  const outcome = await reconciler.reconcile(KEY, new AbortController().signal);
  return { cluster, events, outcome };
}

function statusOf(writes: Write[]) {
  const write = writes.find(({ what }) => what.endsWith('/status'));
  return (write?.body as { status: Record<string, unknown> } | undefined)
    ?.status;
}

function condition(writes: Write[], type: string) {
  const conditions = statusOf(writes)?.conditions as Array<{ type: string }>;
  return conditions?.find(each => each.type === type);
}

/** The same world, with the status that a pass wrote. */
async function atRest(world = settled()): Promise<World> {
  const { cluster } = await pass(world);
  return { ...world, raw: { ...world.raw, status: statusOf(cluster.writes) } };
}

/** A member just as the network wants it, with a status. */
function asWanted(
  wanted: KubeObject,
  of: Network,
  ordinal: number,
  traits: MemberTraits,
): Member {
  const { metadata, ...rest } = memberOf(of, ordinal, {
    relaying: true,
    ...traits,
  });
  return {
    ...rest,
    ...wanted,
    status: rest.status,
    metadata: { ...metadata, ...wanted.metadata },
  } as Member;
}

/** Keys that a person brought, and a network that goes by them. */
function withBroughtKeys() {
  const template = {
    spec: { tor: { enabled: true, secretRef: { name: 'brought' } } },
  };
  const world = settled(rawNetwork({ template }));
  const cluster = new FakeCluster();
  const owners = world.members.map((_, i) => memberPod('regtest', i));
  const bring = () => {
    const data = missingEntries('tor', owners, {}, randomBytes);
    cluster.put(RESOURCES.secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'brought', namespace: 'lab' },
      data,
    });
    return { tor: addressesIn('tor', owners, data), i2p: {}, foreign: true };
  };
  const identities = bring();
  const net = network(world.raw.spec as object);
  const wanted = desiredChildren(net, identities)
    .filter(isMember)
    .map(withFingerprint);
  world.members = wanted.map((each, i) => asWanted(each, net, i, {}));
  return { world, cluster, bring, net };
}

describe('keys of a network that were changed', () => {
  const revisionOf = ({ spec }: KubeObject) =>
    (spec as Member['spec'])?.podTemplate?.annotations?.[
      'utxo.com.br/identity-revision'
    ];
  const applied = ({ log }: FakeCluster) =>
    log.filter(line => line.startsWith('apply moneronodesets'));

  it('are taken by one member after the other', async () => {
    const { world, cluster, bring, net } = withBroughtKeys();
    await pass(world, cluster);
    expect(applied(cluster)).toEqual([]);

    bring();
    for (const ordinal of [2, 1, 0]) {
      cluster.writes.length = 0;
      await pass(world, cluster);
      expect(applied(cluster)).toEqual([
        `apply moneronodesets/regtest-${ordinal}`,
      ]);
      const body = cluster.writes.find(({ what }) =>
        what.startsWith('moneronodesets/'),
      )?.body as Member;
      expect(revisionOf(body)).toBeDefined();

      // It is away, and the next waits.
      const at = (traits: MemberTraits) => asWanted(body, net, ordinal, traits);
      world.members[ordinal] = at({ ready: 'False' });
      cluster.writes.length = 0;
      await pass(world, cluster);
      expect(applied(cluster)).toEqual([]);

      // Those whom it calls are not there yet: they must not wait for it.
      world.members[ordinal] = at(
        ordinal > 0 ? { ready: 'False', phase: 'InSync', relaying: false } : {},
      );
      // That one has its peer when the first of those that it calls has come.
      if (ordinal === 1) {
        world.members[2] = asWanted(world.members[2], net, 2, {});
      }
    }
    expect(new Set(world.members.map(revisionOf)).size).toBe(1);
  });
});

describe('NetworkReconciler', () => {
  it('creates the addresses before the members, and says so', async () => {
    const { cluster } = await pass({ ...settled(), services: [], members: [] });
    expect(cluster.log).toEqual([
      'apply services/regtest-rpc',
      'apply services/regtest-0-peer',
      'apply services/regtest-1-peer',
      'apply services/regtest-2-peer',
      'apply moneronodesets/regtest-0',
      'apply moneronodesets/regtest-1',
      'apply moneronodesets/regtest-2',
      'apply moneronetworks/regtest/status',
    ]);
    expect(condition(cluster.writes, 'Ready')).toMatchObject({
      status: 'False',
      reason: 'Creating',
      message: '3 of 3 members do not exist yet.',
    });
  });

  it('is ready when all members are in sync, and tells once', async () => {
    const { cluster, events } = await pass(settled());
    expect(statusOf(cluster.writes)).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      readyReplicas: 3,
      updatedReplicas: 3,
      selector: 'utxo.com.br/network=regtest',
      members: [
        { nodeSet: 'regtest-0', inSync: true },
        { nodeSet: 'regtest-1', inSync: true },
        { nodeSet: 'regtest-2', inSync: true },
      ],
    });
    expect(events).toMatchObject([
      { reason: 'AllInSync', note: 'All 3 members are in sync.' },
    ]);
  });

  it('writes nothing when all is as it should be', async () => {
    const { cluster, events } = await pass(await atRest());
    expect(cluster.log).toEqual([]);
    expect(events).toEqual([]);
  });

  it('names the first member that is not in sync, and why', async () => {
    const world = settled();
    world.members[1] = memberOf(network(), 1, { ready: 'False' });
    const { cluster } = await pass(world);
    expect(condition(cluster.writes, 'Ready')).toMatchObject({
      status: 'False',
      reason: 'NotInSync',
      message: '2 of 3 members are in sync. regtest-1: The node is Syncing.',
    });
  });

  it('adds members and touches no other', async () => {
    const world = { ...settled(), raw: rawNetwork({ replicas: 4 }) };
    const { cluster } = await pass(world);
    expect(cluster.log).toEqual([
      'apply services/regtest-3-peer',
      'apply moneronodesets/regtest-3',
      'apply moneronetworks/regtest/status',
    ]);
  });

  it('removes the highest and touches no other', async () => {
    const world = { ...settled(), raw: rawNetwork({ replicas: 2 }) };
    const { cluster, events } = await pass(world);
    expect(cluster.log).toEqual([
      'delete services/regtest-2-peer',
      'delete moneronodesets/regtest-2',
      'apply moneronetworks/regtest/status',
    ]);
    expect(cluster.writes[1].options).toMatchObject({
      preconditions: { uid: 'uid-of-regtest-2' },
    });
    expect(condition(cluster.writes, 'Ready')).toMatchObject({
      reason: 'ScalingDown',
      message: '1 member is being removed.',
    });
    expect(events).toMatchObject([
      { reason: 'RemovingMember' },
      { reason: 'ScalingDown' },
    ]);
  });

  it('changes one member at a time', async () => {
    const template = { spec: { monerod: { args: ['--log-level=1'] } } };
    const world = { ...settled(), raw: rawNetwork({ template }) };
    const { cluster, events } = await pass(world);
    expect(cluster.log).toEqual([
      'apply moneronodesets/regtest-2',
      'apply moneronetworks/regtest/status',
    ]);
    expect(condition(cluster.writes, 'Ready')).toMatchObject({
      reason: 'RollingOut',
      message: '0 of 3 members changed.',
    });
    expect(events).toMatchObject([
      { reason: 'ChangingMember' },
      { reason: 'RollingOut' },
    ]);
  });

  it('repairs what somebody changed or took away', async () => {
    const world = await atRest();
    world.services = world.services.slice(1);
    const spec = { ...world.members[1].spec, replicas: 2 };
    world.members = [world.members[0], { ...world.members[1], spec }];
    const { cluster } = await pass(world);
    expect(cluster.log.slice(0, 2)).toEqual([
      'apply services/regtest-rpc',
      'apply moneronodesets/regtest-2',
    ]);
    // The one that is missing is away already.
    expect(cluster.log).not.toContain('apply moneronodesets/regtest-1');
  });

  it('writes nothing but its status when paused', async () => {
    for (const raw of [
      rawNetwork({ paused: true }),
      rawNetwork({}, { annotations: { 'utxo.com.br/paused': 'true' } }),
    ]) {
      const { cluster } = await pass({ raw, services: [], members: [] });
      expect(cluster.log).toEqual(['apply moneronetworks/regtest/status']);
      expect(condition(cluster.writes, 'Paused')).toMatchObject({
        status: 'True',
      });
    }
  });

  it('leaves a node set of somebody else alone, and says so', async () => {
    const cluster = new FakeCluster();
    cluster.put(NODE_SET_RESOURCE, {
      apiVersion: 'utxo.com.br/v1alpha1',
      kind: 'MoneroNodeSet',
      metadata: { name: 'regtest-1', namespace: 'lab', uid: 'x' },
    });
    const world = { ...settled(), members: [] };
    const { outcome, events } = await pass(world, cluster);
    expect(cluster.log).toEqual([
      'apply moneronodesets/regtest-0',
      'apply moneronetworks/regtest/status',
    ]);
    expect(condition(cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason: 'NameTaken',
      message:
        'MoneroNodeSet regtest-1 exists and belongs to somebody else: delete it, or give the MoneroNetwork another name.',
    });
    expect(events).toMatchObject([{ type: 'Warning', reason: 'NameTaken' }]);
    expect(outcome).toEqual({ requeueAfterMs: 60_000 });
  });

  it('takes no namesake’s children for its own', async () => {
    const world = settled();
    const raw = rawNetwork({}, { uid: 'uid-of-the-next' });
    const { cluster } = await pass({ ...world, raw });
    expect(cluster.log).toContain('apply moneronodesets/regtest-0');
    expect(statusOf(cluster.writes)).toMatchObject({ replicas: 0 });
  });

  it('stalls with a member that needs a person, and goes on with the others', async () => {
    const world = settled();
    world.members = [
      memberOf(network(), 0, { ready: 'False', stalled: 'Service x exists.' }),
    ];
    const { cluster } = await pass(world);
    expect(cluster.log).toContain('apply moneronodesets/regtest-2');
    expect(condition(cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason: 'MemberStalled',
      message: 'regtest-0: Service x exists.',
    });
  });

  it('explains a spec that it cannot read, and leaves the members alone', async () => {
    const world = settled();
    world.raw.spec = { replicas: 'many' };
    const { cluster, outcome } = await pass(world);
    expect(cluster.log).toEqual(['apply moneronetworks/regtest/status']);
    expect(condition(cluster.writes, 'Stalled')).toMatchObject({
      status: 'True',
      reason: 'InvalidSpec',
    });
    expect(outcome).toEqual({});
  });

  it('throws what passes by itself, to be called again', async () => {
    const cluster = new FakeCluster();
    cluster.refusals.set(
      'apply moneronodesets/regtest-0',
      new KubeError({ code: 'Unreachable', message: 'cut' }),
    );
    await expect(
      pass({ ...settled(), members: [] }, cluster),
    ).rejects.toMatchObject({ code: 'Unreachable' });
  });

  it('leaves a network alone that is being deleted, or gone', async () => {
    const deletionTimestamp = '2026-01-01T00:00:00Z';
    const raw = rawNetwork({}, { deletionTimestamp });
    expect((await pass({ ...settled(), raw })).cluster.log).toEqual([]);
    const other = rawNetwork({}, { name: 'other' });
    expect((await pass({ ...settled(), raw: other })).cluster.log).toEqual([]);
  });
});
