import { randomBytes } from 'node:crypto';
import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { addressesIn } from '../../src/anonymity/identities';
import { Bench, connect, createNamespaces, kubectl, until } from '../support';
import { bringKeys, newKeys, outgoingPeers } from './AnonymityBench';
import { EgressCounters, processOf, refuseStrangers } from './EgressCounters';
import { countFromStart, MAINNET, SEEDS_TRIED, TIMEOUT_MS } from './LeakBench';
import { publishNetwork, startPrivateTor } from '@monero-portal/dev-cluster';

type Spec = MoneroNodeSet['spec'];

/**
 * Node sets of mainnet, where monerod asks name servers for seed nodes and
 * checkpoints, and calls seed nodes that it knows. Nothing leaves the cluster:
 * the kernel counts what each pod opens, from the first instruction of monerod
 * and of tor on.
 */
describe('what leaves a pod', () => {
  const unique = randomBytes(4).toString('hex');
  const [nets, space] = ['nets', 'sets'].map(each => `leak-${each}-${unique}`);
  const owners = ['onion-0', 'behind-0'];
  const keys = newKeys('tor', owners, {}, randomBytes);
  const onions = addressesIn('tor', owners, keys);
  const counters: Record<string, EgressCounters> = {};
  let client: KubeClient;
  let bench: Bench;
  let plainAddress: string;

  const tor = (peer: string, proxyClearnet: boolean): Spec => ({
    ...MAINNET,
    peers: [`${plainAddress}:18080`],
    tor: {
      enabled: true,
      proxyClearnet,
      secretRef: { name: 'brought' },
      peers: [`${onions[peer]}:18083`],
    },
  });

  beforeAll(async () => {
    client = connect();
    await createNamespaces(client, [nets, space]);
    bench = new Bench(client, space);
    await bench.deployOperator();
    await bench.apply('plain', MAINNET);
    await publishNetwork(
      client,
      await startPrivateTor({ client, kubectl }, nets),
      {
        namespace: space,
        name: 'private-tor',
      },
    );
    const exits = { namespace: nets, pod: 'private-tor' };
    await refuseStrangers(await processOf(client, exits, 'network', 'sh'));
    await bringKeys(client, space, 'brought', keys);
    const [pod] = await until(
      'plain has an address',
      () => bench.pods('plain'),
      ([each]) => Boolean((each?.status as { podIP?: string })?.podIP),
    );
    plainAddress = (pod.status as { podIP: string }).podIP;
    await bench.apply('onion', tor('behind-0', false));
    await bench.apply('behind', tor('onion-0', true));
    await Promise.all(
      [
        ['plain', 'monerod'],
        ['onion', 'tor', 'monerod'],
        ['behind', 'tor', 'monerod'],
      ].map(async ([set, ...containers]) => {
        counters[set] = await countFromStart(client, bench, set, containers);
      }),
    );
  });

  afterAll(async () => {
    for (const name of [nets, space]) {
      await client.delete(RESOURCES.namespaces, undefined, name);
    }
    await client.close();
  });

  it('without Tor: questions to name servers, and calls to strangers', async () => {
    const egress = await until(
      'plain has leaked',
      () => counters.plain.read(),
      ({ dns, clear }) => dns > 0 && clear > 0,
      TIMEOUT_MS,
    );
    expect(egress).toMatchObject({ toTor: 0, sidecar: 0 });
  });

  it('with Tor for transactions alone: the same, and tor', async () => {
    const egress = await until(
      'onion has leaked',
      () => counters.onion.read(),
      ({ dns, clear, sidecar }) => dns > 0 && clear > 0 && sidecar > 0,
      TIMEOUT_MS,
    );
    expect(egress.other).toBe(0);
  });

  it('with proxyClearnet: tor alone, and it reaches peers of both kinds', async () => {
    await until(
      'peers by clearnet and by onion',
      () => outgoingPeers(space, 'behind-0', /./),
      peers =>
        peers.includes(`${plainAddress}:18080`) &&
        peers.includes(`${onions['onion-0']}:18083`),
      TIMEOUT_MS,
    );
    const egress = await until(
      'seed nodes were called through tor',
      () => counters.behind.read(),
      ({ toTor }) => toTor >= SEEDS_TRIED,
      TIMEOUT_MS,
    );
    expect(egress).toMatchObject({ dns: 0, clear: 0, sidecarDns: 0, other: 0 });
    expect(egress.sidecar).toBeGreaterThan(0);
  });

  it('with proxyClearnet and a tor that was killed: still nothing else', async () => {
    const at = { namespace: space, pod: 'behind-0' };
    const { toTor } = await counters.behind.read();
    process.kill(await processOf(client, at, 'tor'), 'SIGKILL');
    const egress = await until(
      'monerod has called again, through tor',
      () => counters.behind.read(),
      now => now.toTor >= toTor + SEEDS_TRIED,
      TIMEOUT_MS,
    );
    expect(egress).toMatchObject({ dns: 0, clear: 0, sidecarDns: 0, other: 0 });
  });
});
