import { randomBytes } from 'node:crypto';
import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { Pod } from '../../src/machinery/kubeTypes';
import { addressesIn } from '../../src/anonymity/identities';
import {
  Bench,
  LiveNodeSet,
  condition,
  connect,
  createNamespaces,
  kubectl,
  until,
} from '../support';
import {
  bringKeys,
  getThrough,
  inPool,
  mineTo,
  newKeys,
  outgoingPeers,
  Wallet,
} from './AnonymityBench';
import { processOf } from './EgressCounters';
import {
  PrivateNetwork,
  publishNetwork,
  startPrivateI2p,
  startPrivateTor,
} from '@monero-portal/dev-cluster';

type Spec = MoneroNodeSet['spec'];

const TOR_TIMEOUT_MS = 120_000;

/**
 * Two sets in namespaces of their own that meet through Tor alone, then through
 * I2P alone, on private networks. A third, on the clearnet, gives both blocks.
 */
describe('node sets on Tor and I2P', () => {
  const unique = randomBytes(4).toString('hex');
  const spaces = ['nets', 'a', 'b', 'm'].map(each => `anon-${each}-${unique}`);
  const [nets, spaceA, spaceB, spaceM] = spaces;
  const miner = { namespace: spaceM, pod: 'm-0' };
  const owners = ['a-0', 'a-1'];
  const keys = {
    tor: newKeys('tor', [...owners, 'rpc'], {}, randomBytes),
    i2p: newKeys('i2p', owners, {}, randomBytes),
  };
  const onions = addressesIn('tor', [...owners, 'rpc'], keys.tor);
  const garlics = addressesIn('i2p', owners, keys.i2p);
  /** Nobody publishes it: tor goes on telling that it does not find it. */
  const nobody = `${
    addressesIn('tor', ['x'], newKeys('tor', ['x'], {}, randomBytes)).x
  }:18083`;
  let client: KubeClient;
  let tor: PrivateNetwork;
  let a: Bench;
  let b: Bench;
  let m: Bench;
  let wallet: Wallet;
  let specA: Spec;
  let specB: Spec;

  const node = (set: LiveNodeSet, index = 0) => set.status?.nodes?.[index];
  const isReady = (pod: Pod) =>
    pod.status?.conditions?.find(({ type }) => type === 'Ready')?.status ===
    'True';
  const derived = async (space: string, pod: string) =>
    (
      await kubectl(
        ...['exec', '-n', space, pod, '-c', 'tor', '--'],
        ...['cat', '/run/identity/service/hostname'],
      )
    ).trim();

  /** What the exporter of a node says of its address. */
  const published = (
    bench: Bench,
    pod: string,
    network: 'tor' | 'i2p',
    service = 'p2p',
  ) =>
    bench.gauge(
      pod,
      `monero_anonymity_service_published{network="${network}",service="${service}"}`,
    );
  const becomes = (
    value: number,
    ...[bench, pod, network, service]: Parameters<typeof published>
  ) =>
    until(
      `${pod} says ${value} of its address on ${network}`,
      () => published(bench, pod, network, service),
      is => is === value,
      TOR_TIMEOUT_MS,
    );
  const rpcPublished = (status: string) =>
    until(
      `the shared address is published: ${status}`,
      () => a.nodeSet('a'),
      set => condition(set, 'RpcPublished')?.status === status,
      TOR_TIMEOUT_MS,
    );

  /** What the operator's metrics say of a condition of a set of a's. */
  const told = (set: string, type: string, status: string) =>
    until(
      `the operator tells that ${type} of ${set} is ${status}`,
      async () => {
        const metrics = await a.operatorMetrics();
        return ['True', 'False', 'Unknown'].filter(
          each =>
            metrics.get(
              `monero_operator_object_condition{kind="MoneroNodeSet",namespace="${spaceA}",name="${set}",type="${type}",status="${each}"}`,
            ) === 1,
        );
      },
      is => is.join() === status,
      TOR_TIMEOUT_MS,
    );

  beforeAll(async () => {
    client = connect();
    await createNamespaces(client, spaces);
    [a, b, m] = [spaceA, spaceB, spaceM].map(each => new Bench(client, each));
    await a.deployOperator();
    const [torNet, i2pNet] = await Promise.all([
      startPrivateTor({ client, kubectl }, nets),
      startPrivateI2p({ client, kubectl }, nets),
    ]);
    tor = torNet;
    for (const namespace of [spaceA, spaceB]) {
      await publishNetwork(client, torNet, { namespace, name: 'private-tor' });
      await publishNetwork(client, i2pNet, { namespace, name: 'private-i2p' });
    }
    await bringKeys(client, spaceA, 'brought-tor', keys.tor);
    await bringKeys(client, spaceA, 'brought-i2p', keys.i2p);
  });

  afterAll(async () => {
    for (const name of spaces) {
      await client.delete(RESOURCES.namespaces, undefined, name);
    }
    await client.close();
  });

  it('refuse keys that are swapped before any pod is made', async () => {
    await bringKeys(client, spaceA, 'swapped', {
      'bad-0.hs_ed25519_secret_key': keys.tor['a-0.hs_ed25519_public_key'],
    });
    await a.apply('bad', {
      network: 'regtest',
      tor: { enabled: true, secretRef: { name: 'swapped' } },
    });
    const set = await until(
      'the set is stalled',
      () => a.nodeSet('bad'),
      each => condition(each, 'Stalled')?.status === 'True',
    );
    expect(condition(set, 'Stalled')).toMatchObject({
      reason: 'IdentityInvalid',
      message:
        'Secret swapped: bad-0.hs_ed25519_secret_key is a public key: the entries hs_ed25519_secret_key and hs_ed25519_public_key are swapped.',
    });
    await expect(a.statefulSet('bad')).rejects.toMatchObject({
      code: 'NotFound',
    });
    await told('bad', 'Stalled', 'True');
  });

  it('meet through onion addresses that tor derives from the same keys', async () => {
    const blocksFrom = [`m-0-p2p.${spaceM}.svc:18080`];
    specB = {
      network: 'regtest',
      peers: blocksFrom,
      tor: { enabled: true, peers: [`${onions['a-0']}:18083`] },
    };
    await b.apply('b', specB);
    const known = await until(
      'b has an address',
      () => client.get(RESOURCES.configMaps, spaceB, 'b-addresses'),
      each => Boolean((each.data as Record<string, string>)['b-0.onion']),
    );
    const onionOfB = (known.data as Record<string, string>)['b-0.onion'];
    specA = {
      network: 'regtest',
      peers: blocksFrom,
      tor: {
        enabled: true,
        rpc: true,
        secretRef: { name: 'brought-tor' },
        peers: [onionOfB, nobody],
      },
    };
    await a.apply('a', specA);
    await m.apply('m', {
      network: 'regtest',
      peers: [`a-0-p2p.${spaceA}.svc:18080`, `b-0-p2p.${spaceB}.svc:18080`],
    });
    const [setA, setB] = await Promise.all([
      a.ready('a'),
      b.ready('b'),
      m.ready('m'),
    ]);
    expect(node(setA)).toMatchObject({
      onionAddress: onions['a-0'],
      relaying: true,
    });
    expect(setA.status?.rpcOnionAddress).toBe(onions['a-0']);
    expect(`${node(setB)?.onionAddress}:18083`).toBe(onionOfB);
    expect(await derived(spaceA, 'a-0')).toBe(onions['a-0']);
    expect(await derived(spaceB, 'b-0')).toBe(node(setB)?.onionAddress);
    expect(await outgoingPeers(spaceA, 'a-0', /onion/)).toEqual([onionOfB]);
  });

  it('pass on what a wallet submits by onion, to the other set first', async () => {
    wallet = await Wallet.start(a, miner, tor, `${onions['a-0']}:18089`);
    await mineTo(spaceM, 'm-0', await wallet.address(), 100);
    await until(
      'all have the blocks',
      async () => [...(await a.heights('a')), ...(await b.heights('b'))],
      heights => heights.every(height => height > 100),
    );
    const hash = await until(
      'the wallet pays',
      () => wallet.pay(),
      () => true,
      TOR_TIMEOUT_MS,
    );
    expect(await inPool(spaceA, 'a-0', hash)).toBe(true);
    await until(
      'the other set has it',
      () => inPool(spaceB, 'b-0', hash),
      found => found,
    );
  });

  it('tell that others find their addresses', async () => {
    await becomes(1, a, 'a-0', 'tor');
    await becomes(1, b, 'b-0', 'tor');
    expect(await published(a, 'a-0', 'tor', 'rpc')).toBe(1);
    await expect(published(b, 'b-0', 'tor', 'rpc')).rejects.toThrow(/has no/);
    await expect(published(a, 'a-0', 'i2p')).rejects.toThrow(/has no/);
    expect(await a.gauge('a-0', 'monero_tor_up')).toBe(1);
    expect(await a.gauge('a-0', 'monero_tor_bootstrapped_ratio')).toBe(1);
    expect(
      await a.gauge('a-0', 'monero_tor_introduction_circuits'),
    ).toBeGreaterThan(0);
    const uploadedAt = await a.gauge(
      'a-0',
      'monero_tor_descriptor_uploaded_timestamp_seconds',
    );
    expect(Date.now() / 1000 - uploadedAt).toBeLessThan(3600);
    expect(uploadedAt).toBeLessThanOrEqual(Date.now() / 1000 + 1);
  });

  it('give the exporter no way to command tor', async () => {
    const inExporter = (script: string) =>
      kubectl(
        ...['exec', '-n', spaceA, 'a-0', '-c', 'exporter', '--'],
        ...['node', '-e', `const fs = require('node:fs'); ${script}`],
      );
    expect(
      await inExporter(
        "console.log(fs.readFileSync('/run/reports/tor', 'utf8'))",
      ),
    ).toMatch(/^bootstrapped 100\n/);
    await expect(
      inExporter("fs.writeFileSync('/run/reports/tor', '')"),
    ).rejects.toThrow(/EROFS|EACCES/);
    await expect(
      inExporter("fs.readFileSync('/run/identity/cookie')"),
    ).rejects.toThrow(/ENOENT/);
  });

  it('tell that a tor hangs, and start it anew', async () => {
    const at = { namespace: spaceA, pod: 'a-0' };
    const hung = await processOf(client, at, 'tor');
    const hungAt = Date.now();
    process.kill(hung, 'SIGSTOP');
    await until(
      'tor is down',
      () => a.gauge('a-0', 'monero_tor_up'),
      up => up === 0,
    );
    expect(await published(a, 'a-0', 'tor')).toBe(0);
    const toldMs = Date.now() - hungAt;
    await until(
      'another tor has its place',
      () => processOf(client, at, 'tor'),
      pid => pid !== hung,
      TOR_TIMEOUT_MS,
    );
    const anewMs = Date.now() - hungAt;
    await becomes(1, a, 'a-0', 'tor');
    expect(await a.gauge('a-0', 'monero_tor_up')).toBe(1);
    console.info(
      `tor hung: told after ${toldMs} ms, started anew after ${anewMs} ms, published after ${
        Date.now() - hungAt
      } ms`,
    );
  });

  it('tell that a tor that was killed has yet to publish', async () => {
    const at = { namespace: spaceA, pod: 'a-0' };
    const killedAt = Date.now();
    process.kill(await processOf(client, at, 'tor'), 'SIGKILL');
    await becomes(0, a, 'a-0', 'tor');
    const lostMs = Date.now() - killedAt;
    await becomes(1, a, 'a-0', 'tor');
    console.info(
      `tor killed: unpublished after ${lostMs} ms, published after ${
        Date.now() - killedAt
      } ms`,
    );
    expect(
      await a.gauge('a-0', 'monero_tor_descriptor_uploaded_timestamp_seconds'),
    ).toBeGreaterThan(Math.floor(killedAt / 1000));
    await until(
      'a hands transactions on again',
      () => a.nodeSet('a'),
      set => condition(set, 'Ready')?.status === 'True',
      TOR_TIMEOUT_MS,
    );
  });

  it('keep their addresses when tor, a pod or the operator is killed', async () => {
    await kubectl(
      ...['exec', '-n', spaceA, 'a-0', '-c', 'tor', '--'],
      ...['bash', '-c', 'kill 1'],
    );
    const [before] = await a.pods('a');
    await client.delete(RESOURCES.pods, spaceA, 'a-0', {
      gracePeriodSeconds: 0,
    });
    await a.killOperator(await a.operatorPod());
    await until(
      'another pod has its place, and serves',
      () => a.pods('a'),
      ([pod]) =>
        pod !== undefined &&
        pod.metadata.uid !== before.metadata.uid &&
        isReady(pod),
      TOR_TIMEOUT_MS,
    );
    const set = await until(
      'the set is ready again',
      () => a.ready('a'),
      each => node(each)?.relaying === true,
      TOR_TIMEOUT_MS,
    );
    expect(node(set)?.onionAddress).toBe(onions['a-0']);
    expect(await derived(spaceA, 'a-0')).toBe(onions['a-0']);
  });

  it('lead no wallet to a node that would keep transactions to itself', async () => {
    await b.apply('b', { ...specB, replicas: 0 });
    const set = await until(
      'a knows that nobody takes its transactions',
      () => a.nodeSet('a'),
      each => condition(each, 'Relaying')?.status === 'False',
      TOR_TIMEOUT_MS,
    );
    expect(node(set)).toMatchObject({ inSync: true, relaying: false });
    expect(condition(set, 'Ready')).toMatchObject({ reason: 'NotRelaying' });
    const [pod] = await a.pods('a');
    expect(isReady(pod)).toBe(false);
    await b.apply('b', specB);
    await until(
      'a is ready again',
      () => a.nodeSet('a'),
      each => condition(each, 'Ready')?.status === 'True',
      TOR_TIMEOUT_MS,
    );
  });

  it('have one onion address for several nodes, and restart none for it', async () => {
    const before = await a.identities('a');
    await a.apply('a', { ...specA, replicas: 2 });
    const set = await a.ready('a');
    expect(set.status?.rpcOnionAddress).toBe(onions.rpc);
    expect((await a.identities('a'))['a-0']).toBe(before['a-0']);
    const answer = await until(
      'the shared address answers',
      () => getThrough(miner, tor, onions.rpc, 18089, '/get_height'),
      text => text.includes('"status": "OK"'),
      TOR_TIMEOUT_MS,
    );
    expect(answer).toContain('"height": 101');
    await rpcPublished('True');
  });

  it('have it back soon after the tor in front is lost', async () => {
    const front = () =>
      client
        .list<Pod>(RESOURCES.pods, {
          namespace: spaceA,
          labelSelector:
            'app.kubernetes.io/name=tor,app.kubernetes.io/instance=a',
        })
        .then(({ items }) => items);
    const [lost] = await front();
    await client.delete(RESOURCES.pods, spaceA, lost.metadata.name, {
      gracePeriodSeconds: 0,
    });
    const startedAt = Date.now();
    await Promise.all([
      rpcPublished('False'),
      told('a', 'RpcPublished', 'False'),
    ]);
    await until(
      'another one is ready',
      front,
      pods =>
        pods.length === 1 &&
        pods[0].metadata.uid !== lost.metadata.uid &&
        isReady(pods[0]),
      TOR_TIMEOUT_MS,
    );
    const readyMs = Date.now() - startedAt;
    const answer = await until(
      'the shared address answers again',
      () => getThrough(miner, tor, onions.rpc, 18089, '/get_height'),
      text => text.includes('"status": "OK"'),
      TOR_TIMEOUT_MS,
    );
    const gapMs = Date.now() - startedAt;
    console.info(
      `front lost: ready after ${readyMs} ms, answers after ${gapMs} ms`,
    );
    expect(answer).toContain('"height": 101');
    await rpcPublished('True');
    await told('a', 'RpcPublished', 'True');
  });

  it('meet through I2P alone once that is asked for', async () => {
    const i2p = (peers: string[]) => ({ enabled: true, peers });
    specB = { ...specB, tor: { enabled: false }, i2p: i2p([garlics['a-0']]) };
    await b.apply('b', specB);
    const known = await until(
      'b has an address',
      () => client.get(RESOURCES.configMaps, spaceB, 'b-addresses'),
      each => Boolean((each.data as Record<string, string>)['b-0.i2p']),
    );
    const garlicOfB = (known.data as Record<string, string>)['b-0.i2p'];
    await a.apply('a', {
      ...specA,
      replicas: 1,
      tor: { enabled: false },
      i2p: { ...i2p([garlicOfB]), secretRef: { name: 'brought-i2p' } },
    });
    const set = await until(
      'a is ready',
      () => a.ready('a'),
      each =>
        node(each)?.relaying === true && (each.status?.replicas ?? 0) === 1,
      TOR_TIMEOUT_MS,
    );
    expect(node(set)).toMatchObject({ i2pAddress: garlics['a-0'] });
    expect(node(set)?.onionAddress).toBeUndefined();
    // i2pd names a file after the address that it derives from the keys.
    const files = await kubectl(
      ...['exec', '-n', spaceA, 'a-0', '-c', 'i2pd', '--'],
      ...['ls', '/var/lib/anonymity/data/destinations'],
    );
    expect(files).toContain(garlics['a-0'].replace('.b32.i2p', ''));
    expect(await outgoingPeers(spaceA, 'a-0', /i2p|onion/)).toEqual([
      garlicOfB,
    ]);
  });

  it('tell that others find their addresses on I2P', async () => {
    await becomes(1, a, 'a-0', 'i2p');
    await becomes(1, b, 'b-0', 'i2p');
    expect(await a.gauge('a-0', 'monero_i2pd_up')).toBe(1);
    expect(
      await a.gauge('a-0', 'monero_i2pd_service_tunnels{type="in"}'),
    ).toBeGreaterThan(0);
    expect(
      await a.gauge('a-0', 'monero_i2pd_known_routers'),
    ).toBeGreaterThanOrEqual(6);
    await expect(published(a, 'a-0', 'tor')).rejects.toThrow(/has no/);
  });

  it('pass on through I2P alone what a wallet submits', async () => {
    // There is no onion address any more: the wallet comes through an exit.
    const service = await client.get(RESOURCES.services, spaceA, 'a-rpc');
    const { clusterIP } = service.spec as { clusterIP: string };
    const hash = await until(
      'the wallet pays',
      () => wallet.payThrough(`${clusterIP}:18089`),
      () => true,
      TOR_TIMEOUT_MS,
    );
    expect(await inPool(spaceA, 'a-0', hash)).toBe(true);
    await until(
      'the other set has it',
      () => inPool(spaceB, 'b-0', hash),
      found => found,
      TOR_TIMEOUT_MS,
    );
  });

  // The last: whoever knew the address before has to wait for its old leases.
  it('tell that an i2pd that was killed has yet to publish', async () => {
    await kubectl(
      ...['exec', '-n', spaceA, 'a-0', '-c', 'i2pd', '--'],
      ...['bash', '-c', 'kill 1'],
    );
    expect(await becomes(0, a, 'a-0', 'i2p')).toBe(0);
    expect(await becomes(1, a, 'a-0', 'i2p')).toBe(1);
  });
});
