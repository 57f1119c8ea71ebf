import { randomBytes } from 'node:crypto';
import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { LABELS, MoneroNetwork } from '@monero-portal/monero-api';
import { Pod } from '../../src/machinery/kubeTypes';
import { memberPod } from '../../src/network/identities';
import { identitySecretName, memberName } from '../../src/network/names';
import { addressesIn } from '../../src/anonymity/identities';
import { peersOf } from '../../src/nodeset/peers';
import { NetworkBench } from '../NetworkBench';
import { connect, createNamespaces, kubectl, until } from '../support';
import { bringKeys, newKeys, outgoingPeers } from './AnonymityBench';
import { processOf, refuse } from './EgressCounters';
import {
  publishNetwork,
  startPrivateI2p,
  startPrivateTor,
} from '@monero-portal/dev-cluster';

type Template = NonNullable<MoneroNetwork['spec']>['template'];

const NET = 'net';
/** Secret with the keys that a person brought. */
const BROUGHT = 'brought';
const MEMBERS = 3;
const TIMEOUT_MS = 240_000;
/** Links of three members: each calls those below it, and the first the second. */
const MESH = [
  { out: 1, in: 2 },
  { out: 1, in: 2 },
  { out: 2, in: 0 },
];

/** The steps build on each other: one closed network, without, on I2P, on Tor, with other keys, and without. */
describe('members of a network on Tor and I2P', () => {
  const unique = randomBytes(4).toString('hex');
  const nets = `members-nets-${unique}`;
  const stop = new AbortController();
  const pods = new Map<string, Pod>();
  /** The least members that were in sync at once since it was set. */
  let least = MEMBERS;
  let client: KubeClient;
  let bench: NetworkBench;
  /** Where the private network's relays are. */
  let torAddress: string;

  const ordinals = Array.from({ length: MEMBERS }, (_, i) => i);
  const spec = (template: Template) => ({ replicas: MEMBERS, template });
  const inSync = () =>
    [...pods.values()].filter(
      ({ metadata, status }) =>
        !metadata.deletionTimestamp &&
        status?.containerStatuses?.some(
          ({ name, ready }) => name === 'exporter' && ready,
        ),
    ).length;
  const seen = (pod: Pod, gone: boolean) => {
    if (gone) pods.delete(pod.metadata.name);
    else pods.set(pod.metadata.name, pod);
    least = Math.min(least, inSync());
  };

  const owners = ordinals.map(each => memberPod(NET, each));

  /** Addresses of the members, by pod: of I2P from the Secret that the operator made. */
  async function addresses(kind: 'tor' | 'i2p') {
    const secret = await client.get(
      RESOURCES.secrets,
      bench.namespace,
      kind === 'tor' ? BROUGHT : identitySecretName(NET, kind),
    );
    return addressesIn(kind, owners, secret.data as Record<string, string>);
  }

  /** Makes all keys of the members on Tor other ones. */
  const changeKeys = () =>
    client.patch(
      RESOURCES.secrets,
      bench.namespace,
      BROUGHT,
      { data: newKeys('tor', owners, {}, randomBytes) },
      { type: 'merge' },
    );

  /** Waits until each member has called just those below it, and the first the second. */
  async function meet(kind: 'tor' | 'i2p', port: string): Promise<void> {
    const known = await addresses(kind);
    const { namespace } = bench;
    for (const ordinal of ordinals) {
      const pod = memberPod(NET, ordinal);
      const expected = peersOf(ordinal, MEMBERS)
        .map(peer => `${known[memberPod(NET, peer)]}${port}`)
        .sort();
      await until(
        `${pod} has called ${expected}`,
        () => outgoingPeers(namespace, pod, /onion|i2p/),
        peers => String(peers) === String(expected),
        TIMEOUT_MS,
      );
    }
  }

  /** Links over a network as the exporters count them, by member. */
  const links = (kind: 'tor' | 'i2p') =>
    Promise.all(
      ordinals.map(async each => {
        const [out, into] = await Promise.all(
          ['out', 'in'].map(type =>
            bench.gauge(
              memberPod(NET, each),
              `monero_p2p_connections_by_address_kind{type="${type}",kind="${kind}"}`,
            ),
          ),
        );
        return { out, in: into };
      }),
    );

  /** The same once no link of a member that was replaced is counted any more. */
  const settled = (kind: 'tor' | 'i2p') =>
    until(
      `the exporters count the links over ${kind}`,
      () => links(kind),
      counts => JSON.stringify(counts) === JSON.stringify(MESH),
      TIMEOUT_MS,
    );

  /**
   * Cuts the pod that a member has now off Tor, so that it is in sync and hands
   * no transactions on. A change takes it first.
   */
  async function cutOffTor(ordinal: number): Promise<void> {
    const { namespace } = bench;
    const at = { namespace, pod: memberPod(NET, ordinal) };
    await refuse(await processOf(client, at, 'exporter', 'node'), torAddress);
    await until(
      `${at.pod} hands no transactions on`,
      () => bench.nodeSet(memberName(NET, ordinal)),
      ({ status }) =>
        status?.nodes?.every(
          ({ inSync: synced, relaying }) => synced && relaying === false,
        ) === true,
      TIMEOUT_MS,
    );
  }

  const exporterOf = async (pod: string) => {
    const { text } = await client.podProxy(
      bench.namespace,
      pod,
      9000,
      '/metrics',
    );
    return text;
  };

  const heights = () =>
    Promise.all(
      ordinals.map(each =>
        bench.gauge(memberPod(NET, each), 'monero_info_height'),
      ),
    );

  beforeAll(async () => {
    client = connect();
    bench = new NetworkBench(client, `members-${unique}`);
    await createNamespaces(client, [nets, bench.namespace]);
    await bench.deployOperator();
    await bench.applyNetwork(NET, spec({}));
    const [tor, i2p] = await Promise.all([
      startPrivateTor({ client, kubectl }, nets),
      startPrivateI2p({ client, kubectl }, nets),
      bench.networkReady(NET),
    ]);
    torAddress = tor.address;
    const { namespace } = bench;
    await publishNetwork(client, tor, { namespace, name: 'private-tor' });
    await publishNetwork(client, i2p, { namespace, name: 'private-i2p' });
    await bringKeys(
      client,
      namespace,
      BROUGHT,
      newKeys('tor', owners, {}, randomBytes),
    );
    client.watch<Pod>(
      RESOURCES.pods,
      { namespace, labelSelector: `${LABELS.network}=${NET}` },
      {
        onSync: items =>
          items.forEach(each => pods.set(each.metadata.name, each)),
        onChange: (type, pod) => seen(pod, type === 'DELETED'),
      },
      { signal: stop.signal },
    );
    await until(
      'all pods are watched',
      async () => inSync(),
      count => count === MEMBERS,
    );
  });

  afterAll(async () => {
    stop.abort();
    for (const name of [nets, bench.namespace]) {
      await client.delete(RESOURCES.namespaces, undefined, name);
    }
    await client.close();
  });

  const onTor = spec({
    spec: { tor: { enabled: true, secretRef: { name: BROUGHT } } },
  });
  const none = ordinals.map(() => ({ out: 0, in: 0 }));

  it('get I2P one after the other, and meet through it', async () => {
    least = MEMBERS;
    await bench.applyNetwork(NET, spec({ spec: { i2p: { enabled: true } } }));
    await bench.networkReady(NET, TIMEOUT_MS);
    await meet('i2p', '');
    expect(least).toBe(MEMBERS - 1);
    expect(await settled('i2p')).toEqual(MESH);
  });

  it('pass blocks on, which do not travel through it', async () => {
    await bench.mine(memberPod(NET, 2), 3);
    expect(
      await until('equal heights', heights, all =>
        all.every(each => each === 4),
      ),
    ).toHaveLength(MEMBERS);
  });

  it('change to Tor one after the other, and meet through that alone', async () => {
    least = MEMBERS;
    await bench.applyNetwork(NET, onTor);
    await bench.networkReady(NET, TIMEOUT_MS);
    await meet('tor', ':18083');
    expect(least).toBe(MEMBERS - 1);
    expect(await links('i2p')).toEqual(none);
    expect(await settled('tor')).toEqual(MESH);
  });

  it('take changed keys one after the other, a silent one first, and meet by them', async () => {
    await cutOffTor(2);
    least = MEMBERS;
    const startedAt = Date.now();
    await changeKeys();
    await meet('tor', ':18083');
    await bench.networkReady(NET, TIMEOUT_MS);
    console.info(
      `changed keys: all met by them after ${
        Date.now() - startedAt
      } ms, of which up to 60 s until they were read`,
    );
    expect(least).toBe(MEMBERS - 1);
    expect(await settled('tor')).toEqual(MESH);
  });

  it('leave Tor one after the other, a silent one first, and go on as before', async () => {
    await cutOffTor(2);
    least = MEMBERS;
    await bench.applyNetwork(NET, spec({}));
    await bench.networkReady(NET, TIMEOUT_MS);
    await until(
      'no member is on Tor',
      () => Promise.all(owners.map(each => exporterOf(each))),
      all => all.every(text => !/^monero_tor_up/m.test(text)),
      TIMEOUT_MS,
    );
    expect(least).toBe(MEMBERS - 1);
    expect(await links('tor')).toEqual(none);
  });

  it('keep their chain and pass blocks on', async () => {
    await bench.mine(memberPod(NET, 0), 1);
    expect(
      await until('equal heights', heights, all =>
        all.every(each => each === 5),
      ),
    ).toHaveLength(MEMBERS);
  });
});
