import { randomBytes } from 'node:crypto';
import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { addressesIn } from '../../src/anonymity/identities';
import { Pod } from '../../src/machinery/kubeTypes';
import { Bench, connect, until } from '../support';
import { bringKeys, newKeys, outgoingPeers } from './AnonymityBench';
import { EgressCounters, processOf, refuseStrangers } from './EgressCounters';
import { publishNetwork, startPrivateTor } from './networks';

type Spec = MoneroNodeSet['spec'];

const TIMEOUT_MS = 180_000;
/** So many tries of monerod through tor are its seed nodes, beside the peers that we named. */
const SEEDS_TRIED = 12;

/**
 * Node sets of mainnet, where monerod asks name servers for seed nodes and
 * checkpoints, and calls seed nodes that it knows. Nothing leaves the cluster:
 * the kernel counts what each pod opens, from the first instruction of monerod
 * on.
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

  const MAINNET: Spec = {
    network: 'mainnet',
    diskSize: '1Gi',
    monerod: {
      resources: {
        requests: { cpu: '10m', memory: '64Mi' },
        limits: { memory: '1Gi' },
      },
    },
  };
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

  const monerodOf = (pod: Pod | undefined) =>
    (
      pod?.status as {
        containerStatuses?: {
          name: string;
          restartCount?: number;
          state?: { running?: object };
        }[];
      }
    )?.containerStatuses?.find(({ name }) => name === 'monerod');

  /** Counts from the first packet of a monerod that is started for that. */
  async function count(set: string): Promise<void> {
    const at = { namespace: space, pod: `${set}-0` };
    await until(
      `monerod of ${set} runs`,
      () => bench.pods(set),
      ([pod]) => monerodOf(pod)?.state?.running !== undefined,
      TIMEOUT_MS,
    );
    const holder = await processOf(client, at, 'exporter', 'node');
    counters[set] = await EgressCounters.setUp(holder);
    await refuseStrangers(holder);
    process.kill(await processOf(client, at, 'monerod'), 'SIGKILL');
    await until(
      `monerod of ${set} runs again`,
      () => bench.pods(set),
      ([pod]) =>
        (monerodOf(pod)?.restartCount ?? 0) > 0 &&
        monerodOf(pod)?.state?.running !== undefined,
      TIMEOUT_MS,
    );
  }

  beforeAll(async () => {
    client = connect();
    for (const name of [nets, space]) {
      await client.create(RESOURCES.namespaces, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        },
      });
    }
    bench = new Bench(client, space);
    await bench.deployOperator();
    await bench.apply('plain', MAINNET);
    await publishNetwork(client, await startPrivateTor(client, nets), {
      namespace: space,
      name: 'private-tor',
    });
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
    await Promise.all(['plain', 'onion', 'behind'].map(count));
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
