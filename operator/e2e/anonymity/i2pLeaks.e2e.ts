import { randomBytes } from 'node:crypto';
import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { addressesIn } from '../../src/anonymity/identities';
import { Bench, connect, createNamespaces, kubectl, until } from '../support';
import {
  bringKeys,
  getThrough,
  newKeys,
  outgoingPeers,
} from './AnonymityBench';
import { EgressCounters, processOf, refuseStrangers } from './EgressCounters';
import {
  containerOf,
  countFromStart,
  MAINNET,
  SEEDS_TRIED,
  TIMEOUT_MS,
} from './LeakBench';
import {
  PrivateNetwork,
  publishNetwork,
  startPrivateI2p,
  startPrivateTor,
} from '@monero-portal/dev-cluster';

type Spec = MoneroNodeSet['spec'];

type Counted = [
  bench: Bench,
  set: string,
  containers: string[],
  holder?: [container: string, program: string],
];

/** What SOCKS 5 answers instead of a connection. */
const REFUSED = /SOCKS says [1-8]/;
/** Longest that monerod waits for an i2pd that does not answer, in seconds: one minute, and what a busy machine adds. */
const LONGEST_START_SECONDS = 120;
/** What an i2pd says that asked through SOCKS, in a cluster without a way out. */
const ASKED = /Reseed: SOCKS handshake failed/;

/**
 * Node sets of mainnet on I2P, each twice: where i2pd is told of its first
 * routers, and where it has to ask the servers that tell of some. Nothing
 * leaves the cluster: the kernel counts what each pod opens, from the first
 * instruction of monerod, and of an i2pd that asks, on.
 */
describe('what leaves a pod on I2P', () => {
  const unique = randomBytes(4).toString('hex');
  const spaces = ['nets', 'told', 'asks'].map(
    each => `leak-i2p-${each}-${unique}`,
  );
  const [nets, ...homes] = spaces;
  const owners = ['clear-0', 'behind-0'];
  const keys = newKeys('i2p', owners, {}, randomBytes);
  const garlics = addressesIn('i2p', owners, keys);
  let client: KubeClient;
  let told: Bench;
  let asks: Bench;
  let i2p: PrivateNetwork;
  let clearAddress: string;
  const counters = new Map<string, EgressCounters>();

  const i2pWith = (peer: string) => ({
    enabled: true,
    secretRef: { name: 'brought' },
    peers: [garlics[peer]],
  });
  const clear: Spec = { ...MAINNET, i2p: i2pWith('behind-0') };
  const behind = (): Spec => ({
    ...MAINNET,
    peers: [`${clearAddress}:18080`],
    tor: { enabled: true, proxyClearnet: true },
    i2p: i2pWith('clear-0'),
  });
  const egressOf = (bench: Bench, set: string) => {
    const found = counters.get(`${bench.namespace}/${set}`);
    if (!found) throw new Error(`${set} is not counted`);
    return found.read();
  };
  const logOfI2pd = (bench: Bench, set: string) =>
    kubectl('logs', '-n', bench.namespace, `${set}-0`, '-c', 'i2pd');

  async function count(...[bench, set, ...how]: Counted) {
    counters.set(
      `${bench.namespace}/${set}`,
      await countFromStart(client, bench, set, ...how),
    );
  }

  beforeAll(async () => {
    client = connect();
    await createNamespaces(client, spaces);
    [told, asks] = homes.map(each => new Bench(client, each));
    await told.deployOperator();
    const [tor, garlic] = await Promise.all([
      startPrivateTor({ client, kubectl }, nets),
      startPrivateI2p({ client, kubectl }, nets),
    ]);
    i2p = garlic;
    const exits = { namespace: nets, pod: 'private-tor' };
    await refuseStrangers(await processOf(client, exits, 'network', 'sh'));
    for (const { namespace } of [told, asks]) {
      await publishNetwork(client, tor, { namespace, name: 'private-tor' });
      await bringKeys(client, namespace, 'brought', keys);
    }
    await publishNetwork(client, i2p, {
      namespace: told.namespace,
      name: 'private-i2p',
    });
    await told.apply('clear', clear);
    await asks.apply('clear', clear);
    const [pod] = await until(
      'clear has an address',
      () => told.pods('clear'),
      ([each]) => Boolean((each?.status as { podIP?: string })?.podIP),
    );
    clearAddress = (pod.status as { podIP: string }).podIP;
    await told.apply('behind', behind());
    await asks.apply('behind', behind());
    await Promise.all([
      ...['clear', 'behind'].map(set => count(told, set, ['monerod'])),
      count(asks, 'clear', ['i2pd', 'monerod']),
      // i2pd does not answer while it asks: monerod starts a minute later,
      // and is counted from its first instruction on.
      count(asks, 'behind', ['i2pd'], ['tor', 'tor']),
    ]);
  });

  afterAll(async () => {
    for (const name of spaces) {
      await client.delete(RESOURCES.namespaces, undefined, name);
    }
    await client.close();
  });

  it('I2P leads to nothing outside of it, so that it could carry no blocks', async () => {
    const from = { namespace: told.namespace, pod: 'clear-0' };
    await expect(
      getThrough(from, i2p, clearAddress, 18080, '/'),
    ).rejects.toThrow(REFUSED);
  });

  it('with I2P for transactions alone: questions to name servers, calls to strangers, and i2pd', async () => {
    const egress = await until(
      'clear has leaked',
      () => egressOf(told, 'clear'),
      ({ dns, clear: open, toI2p, sidecar }) =>
        dns > 0 && open > 0 && toI2p > 0 && sidecar > 0,
      TIMEOUT_MS,
    );
    expect(egress).toMatchObject({ toTor: 0, sidecarDns: 0, other: 0 });
  });

  it('with proxyClearnet beside it: tor and i2pd alone, and it reaches peers of both kinds', async () => {
    await until(
      'peers by clearnet and by I2P',
      () => outgoingPeers(told.namespace, 'behind-0', /./),
      peers =>
        peers.includes(`${clearAddress}:18080`) &&
        peers.some(peer => peer.startsWith(garlics['clear-0'])),
      TIMEOUT_MS,
    );
    const egress = await until(
      'seed nodes were called through tor',
      () => egressOf(told, 'behind'),
      ({ toTor, toI2p }) => toTor >= SEEDS_TRIED && toI2p > 0,
      TIMEOUT_MS,
    );
    expect(egress).toMatchObject({ dns: 0, clear: 0, sidecarDns: 0, other: 0 });
    expect(egress.sidecar).toBeGreaterThan(0);
  });

  it('with proxyClearnet and an i2pd that was killed: still nothing else', async () => {
    const at = { namespace: told.namespace, pod: 'behind-0' };
    const { toI2p } = await egressOf(told, 'behind');
    process.kill(await processOf(client, at, 'i2pd'), 'SIGKILL');
    const egress = await until(
      'monerod has called again, through i2pd',
      () => egressOf(told, 'behind'),
      now => now.toI2p > toI2p,
      TIMEOUT_MS,
    );
    expect(egress).toMatchObject({ dns: 0, clear: 0, sidecarDns: 0, other: 0 });
  });

  it('with I2P alone and no routers known: i2pd asks name servers for those who tell of some', async () => {
    const egress = await until(
      'i2pd has asked',
      () => egressOf(asks, 'clear'),
      ({ sidecarDns }) => sidecarDns > 0,
      TIMEOUT_MS,
    );
    expect(egress.toTor).toBe(0);
  });

  it('with proxyClearnet beside it and no routers known: i2pd asks through tor', async () => {
    await until(
      'i2pd has tried',
      () => logOfI2pd(asks, 'behind'),
      text => ASKED.test(text),
      TIMEOUT_MS,
    );
    expect(await egressOf(asks, 'behind')).toMatchObject({
      ...{ dns: 0, clear: 0, sidecarDns: 0, other: 0 },
    });
  });

  it('… and monerod starts without i2pd, and calls nobody but tor and i2pd', async () => {
    const [pod] = await until(
      'monerod runs',
      () => asks.pods('behind'),
      ([each]) => containerOf(each, 'monerod')?.state?.running !== undefined,
      TIMEOUT_MS,
    );
    const startOf = (container: string) =>
      Date.parse(containerOf(pod, container)?.state?.running?.startedAt ?? '') /
      1000;
    const waited = startOf('monerod') - startOf('i2pd');
    const egress = await until(
      'monerod has called tor and i2pd',
      () => egressOf(asks, 'behind'),
      ({ toTor, toI2p }) => toTor >= SEEDS_TRIED && toI2p > 0,
      TIMEOUT_MS,
    );
    console.info(
      `i2pd without routers: monerod started ${waited} s after it; ${JSON.stringify(
        egress,
      )}`,
    );
    expect(waited).toBeLessThan(LONGEST_START_SECONDS);
    expect(egress).toMatchObject({ dns: 0, clear: 0, sidecarDns: 0, other: 0 });
  });

  it('… and i2pd is left to ask, and its silence is told', async () => {
    const [pod] = await asks.pods('behind');
    expect(containerOf(pod, 'i2pd')).toMatchObject({
      // The count began with the only restart.
      ...{ restartCount: 1, ready: false, started: true },
    });
    expect(await asks.gauge('behind-0', 'monero_i2pd_up')).toBe(0);
    expect(await logOfI2pd(asks, 'behind')).toMatch(ASKED);
  });
});
