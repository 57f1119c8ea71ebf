import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import {
  LABEL_VALUES,
  LABELS,
  MoneroNodeSet,
  parseNodeSet,
} from '@monero-portal/monero-api';
import { parse } from 'yaml';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import { Bench, condition, kubectl, until } from './support';

const IMAGE = 'docker.io/monero-portal/monerod:0.18.4.0';

const SPEC: MoneroNodeSet['spec'] = {
  replicas: 1,
  network: 'regtest',
  monerod: { image: IMAGE },
};

const PAIR: MoneroNodeSet['spec'] = { ...SPEC, replicas: 2 };

/** What outlives what, and whose things are touched: nobody loses a chain. */
describe('what the operator keeps, and what it removes', () => {
  let client: KubeClient;
  let bench: Bench;

  beforeAll(async () => {
    bench = await Bench.open('keeping');
    ({ client } = bench);
  });

  afterAll(async () => {
    await bench?.close();
  });

  const claimsOf = async (set: string) => {
    const { items } = await client.list(RESOURCES.persistentVolumeClaims, {
      namespace: bench.namespace,
      labelSelector: `${LABELS.instance}=${set}`,
    });
    return Object.fromEntries(
      items.map(({ metadata }) => [metadata.name, metadata.uid]),
    );
  };
  const noPods = (set: string) =>
    until(
      `no pods of ${set}`,
      () => bench.pods(set),
      pods => pods.length === 0,
    );
  const service = (name: string, metadata: Partial<KubeObject['metadata']>) =>
    client.create(RESOURCES.services, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: bench.namespace, ...metadata },
      spec: { ports: [{ port: 1 }] },
    } as KubeObject);

  it('gives a set that is made again its old claim, and with it the chain', async () => {
    await bench.apply('again', SPEC);
    await bench.ready('again');
    await bench.mine('again-0', 7);
    const hash = await bench.blockHash('again-0', 7);
    const before = await claimsOf('again');

    await client.delete(NODE_SET_RESOURCE, bench.namespace, 'again');
    await noPods('again');
    expect(await claimsOf('again')).toEqual(before);

    await bench.apply('again', SPEC);
    await bench.ready('again');
    expect(await claimsOf('again')).toEqual(before);
    // It is alone: there is nobody else to have it from.
    expect(await bench.heights('again')).toEqual([8]);
    expect(await bench.blockHash('again-0', 7)).toBe(hash);
  });

  it('joins the first, which ran alone, with a second', async () => {
    await kubectl(
      ...['scale', 'moneronodeset/again', '--replicas=2'],
      ...['-n', bench.namespace],
    );
    await bench.ready('again');
    expect(await bench.heights('again')).toEqual([8, 8]);
  });

  it('gives a node that comes back its old claim', async () => {
    await bench.apply('again', { ...PAIR, replicas: 3 });
    await bench.ready('again');
    const before = await claimsOf('again');
    expect(Object.keys(before)).toEqual([0, 1, 2].map(i => `data-again-${i}`));
    await bench.apply('again', PAIR);
    await until(
      'two pods',
      () => bench.pods('again'),
      pods => pods.length === 2,
    );
    expect(await claimsOf('again')).toEqual(before);
    await bench.apply('again', { ...PAIR, replicas: 3 });
    await bench.ready('again');
    expect(await claimsOf('again')).toEqual(before);
  });

  it('frees the claim of a node that is scaled away only if told to', async () => {
    const spec = { ...PAIR, volumeRetention: 'Delete' as const };
    await bench.apply('again', { ...spec, replicas: 3 });
    await bench.ready('again');
    const { 'data-again-2': _, ...kept } = await claimsOf('again');
    await bench.apply('again', spec);
    const left = await until(
      'two claims',
      () => claimsOf('again'),
      claims => Object.keys(claims).length === 2,
    );
    expect(left).toEqual(kept);
    await bench.apply('again', PAIR);
    await bench.ready('again');
  });

  it('removes an orphan of its own, and no namesake of anybody else', async () => {
    const set = await bench.nodeSet('again');
    const labels = {
      [LABELS.instance]: 'again',
      [LABELS.managedBy]: LABEL_VALUES.managedBy,
    };
    const ownedBy = (uid: string | undefined) => ({
      labels,
      ownerReferences: [
        {
          apiVersion: set.apiVersion,
          kind: set.kind,
          name: set.metadata.name,
          uid,
          controller: true,
        },
      ],
    });
    const nobodys = await service('again-8-p2p', { labels });
    await service(
      'again-9-p2p',
      ownedBy(set.metadata.uid) as Partial<KubeObject['metadata']>,
    );
    await until(
      'the orphan is gone',
      () => bench.names(RESOURCES.services, 'again'),
      names => !names.includes('again-9-p2p'),
    );
    const left = await client.get(
      RESOURCES.services,
      bench.namespace,
      'again-8-p2p',
    );
    expect(left.metadata.uid).toBe(nobodys.metadata.uid);
    expect((await bench.ready('again')).metadata.uid).toBe(set.metadata.uid);
  });

  it('adopts the pods of a StatefulSet that somebody removed', async () => {
    const before = await bench.identities('again');
    const old = await bench.statefulSet('again');
    await kubectl(
      ...['delete', 'statefulset/again', '--cascade=orphan'],
      ...['-n', bench.namespace],
    );
    const made = await until(
      'a new StatefulSet',
      () => bench.statefulSet('again'),
      each => each.metadata.uid !== old.metadata.uid,
    );
    await until(
      'its pods',
      () => bench.pods('again'),
      pods =>
        pods.length === 2 &&
        pods.every(
          ({ metadata }) =>
            metadata.ownerReferences?.[0]?.uid === made.metadata.uid,
        ),
    );
    await bench.ready('again');
    expect(await bench.identities('again')).toEqual(before);
  });

  it('puts back what somebody did to the StatefulSet', async () => {
    const before = await bench.identities('again');
    await client.patch(
      RESOURCES.statefulSets,
      bench.namespace,
      'again',
      { spec: { replicas: 3 } },
      { type: 'merge' },
    );
    await until(
      'two nodes again',
      () => bench.statefulSet('again'),
      each => each.spec?.replicas === 2,
    );
    await bench.ready('again');
    await until(
      'two pods',
      () => bench.identities('again'),
      pods => Object.keys(pods).length === 2,
    );
    expect(await bench.identities('again')).toEqual(before);
  });

  it('keeps the full RPC inside the pod', async () => {
    const [pod] = await bench.pods('again');
    const dial = (port: number) =>
      kubectl(
        ...['exec', '-n', bench.namespace, pod.metadata.name],
        ...['-c', 'exporter', '--', 'node', '-e'],
        `const s=require('node:net').connect(${port},require('node:os').networkInterfaces().eth0[0].address);s.on('connect',()=>{console.log('open');s.destroy()});s.on('error',e=>console.log(e.code))`,
      );
    expect((await dial(18089)).trim()).toBe('open');
    expect((await dial(18081)).trim()).toBe('ECONNREFUSED');
  });

  it('gives each node of the example a machine of its own, and says why a fourth has none', async () => {
    const text = readFileSync(
      join(__dirname, '../../examples/nodes.yaml'),
      'utf8',
    );
    const { spec } = parseNodeSet(parse(text));
    // Another image and less memory: it is a small machine without a way out.
    const monerod = {
      ...spec.monerod,
      image: IMAGE,
      resources: { requests: { cpu: '10m', memory: '64Mi' } },
    };
    await bench.apply('nodes', { ...spec, monerod });
    const placed = await until(
      'three that run',
      () => bench.nodeSet('nodes'),
      ({ status }) =>
        status?.nodes?.filter(({ phase }) => phase === 'Syncing').length === 3,
      // Each asks DNS for checkpoints before it opens its ports, and nothing
      // answers here: that alone takes more than a minute.
      300_000,
    );
    const machines = placed.status?.nodes?.map(({ kubeNode }) => kubeNode);
    expect(new Set(machines).size).toBe(3);
    expect(condition(placed, 'Ready')).toMatchObject({
      status: 'False',
      reason: 'NotInSync',
    });
    await bench.apply('nodes', { ...spec, monerod, replicas: 4 });
    const crowded = await until(
      'one that finds no machine',
      () => bench.nodeSet('nodes'),
      ({ status }) =>
        status?.nodes?.[3]?.message?.includes('No machine can take it') ===
        true,
    );
    expect(crowded.status?.nodes?.[3].message).toMatch(/anti-affinity/);
    // They look for mainnet, where there is none, and would end in minutes:
    // whoever deletes pods first says how long they have.
    const remove = (...what: string[]) =>
      kubectl('delete', ...what, '-n', bench.namespace, '--wait=false');
    await remove('moneronodeset/nodes', '--cascade=orphan');
    await remove('statefulset/nodes', '--cascade=orphan');
    const theirs = `${LABELS.instance}=nodes`;
    await remove('pods', '-l', theirs, '--grace-period=1');
    await noPods('nodes');
  });
});
