import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { MoneroNodeSet } from '@monero-portal/monero-api';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import { Bench, condition, LiveNodeSet, until } from './support';
import { ServedTimes } from './ServedTimes';
import { Answer, WalletPoller } from './WalletPoller';

const SET = 'wallets';
const OLD = '0.18.0.0';
const NEW = '0.18.4.0';
/** A node may be so many blocks behind and still count as in sync. */
const IN_SYNC_WITHIN = 2;
/** The load on the set, not a wait. */
const BLOCK_EVERY_MS = 3_000;

const imageOf = (version: string) =>
  `docker.io/monero-portal/monerod:${version}`;

const specOf = (version: string): MoneroNodeSet['spec'] => ({
  replicas: 3,
  network: 'regtest',
  monerod: { image: imageOf(version) },
});

/** The steps build on each other: one set, between two real versions and back. */
describe('a rollout between two versions of monerod', () => {
  const stop = new AbortController();
  let seen: LiveNodeSet[] = [];
  let client: KubeClient;
  let bench: Bench;
  let wallet: WalletPoller;
  let served: ServedTimes;
  /** When the last of the undisturbed rollouts had ended. */
  let undisturbedUntil = 0;

  beforeAll(async () => {
    bench = await Bench.open('rollout');
    ({ client } = bench);
    wallet = new WalletPoller(client, bench.namespace);
    seen = bench.follow(NODE_SET_RESOURCE);
    served = new ServedTimes(
      client,
      bench.namespace,
      `${SET}-rpc`,
      stop.signal,
    );
  });

  afterAll(async () => {
    stop.abort();
    await bench?.close();
  });

  const claims = async () => {
    const { items } = await client.list(RESOURCES.persistentVolumeClaims, {
      namespace: bench.namespace,
    });
    return Object.fromEntries(
      items.map(({ metadata }) => [metadata.name, metadata.uid]),
    );
  };

  const versions = async () => {
    const nodes = await bench.pods(SET);
    return Promise.all(
      nodes.map(({ metadata }) => bench.version(metadata.name)),
    );
  };

  const hashes = async (index: number) => {
    const nodes = await bench.pods(SET);
    return Promise.all(
      nodes.map(({ metadata }) => bench.blockHash(metadata.name, index)),
    );
  };

  /** Mines a block on a node in sync every few seconds, as networks do. */
  async function mineWhile(work: Promise<unknown>): Promise<void> {
    let over = false;
    void work.finally(() => {
      over = true;
    });
    while (!over) {
      const { status } = await bench.nodeSet(SET);
      const miner = status?.nodes?.find(({ inSync }) => inSync);
      // It may be on its way out by now.
      if (miner) await bench.mine(miner.pod, 1).catch(() => {});
      await new Promise(resolve => setTimeout(resolve, BLOCK_EVERY_MS));
    }
    await work;
  }

  it('begins with three nodes of the old version, and a wallet', async () => {
    await bench.apply(SET, specOf(OLD));
    await bench.ready(SET);
    await bench.mine(`${SET}-0`, 10);
    expect(new Set(await versions())).toEqual(new Set([OLD]));
    await wallet.start(SET);
  });

  it.each([
    ['up', NEW],
    ['back down', OLD],
  ])(
    'replaces one node at a time, and keeps claims and chain, %s to %s',
    async (_, version) => {
      const before = {
        pods: await bench.identities(SET),
        claims: await claims(),
        height: Math.min(...(await bench.heights(SET))),
        hashes: await hashes(9),
      };
      seen.length = 0;
      await bench.apply(SET, specOf(version));
      await mineWhile(bench.ready(SET));
      undisturbedUntil = Date.now();

      expect(await claims()).toEqual(before.claims);
      expect(await hashes(9)).toEqual(before.hashes);
      for (const height of await bench.heights(SET)) {
        expect(height).toBeGreaterThanOrEqual(before.height);
      }
      const pods = await bench.identities(SET);
      for (const [name, uid] of Object.entries(before.pods)) {
        expect(pods[name]).not.toBe(uid);
      }
      expect(new Set(await versions())).toEqual(new Set([version]));
      const away = seen.map(({ status }) => 3 - (status?.readyReplicas ?? 3));
      expect(Math.max(...away)).toBe(1);
    },
  );

  it('said all the while how far it was, and what it waited for', () => {
    const messages = new Set(
      seen.flatMap(set => condition(set, 'Ready')?.message ?? []),
    );
    for (const done of [0, 1, 2]) {
      const pod = `${SET}-${2 - done}`;
      expect([...messages]).toContainEqual(
        expect.stringMatching(
          new RegExp(`^${done} of 3 nodes replaced; waits for ${pod}: `),
        ),
      );
    }
  });

  it('told its story in events', async () => {
    const { items } = await client.list<KubeObject & { reason?: string }>(
      RESOURCES.events,
      { namespace: bench.namespace },
    );
    const of = (reason: string) =>
      items.filter(event => event.reason === reason).length;
    // The same words are not repeated within ten minutes.
    expect(of('RollingOut')).toBeGreaterThanOrEqual(1);
    expect(of('ReplacingNode')).toBeGreaterThanOrEqual(3);
    expect(of('AllInSync')).toBeGreaterThanOrEqual(1);
  });

  it('repairs what cannot start first, by the next change and nothing else', async () => {
    const image = 'docker.io/monero-portal/monerod:no-such-version';
    await bench.apply(SET, { ...specOf(OLD), monerod: { image } });
    const stuck = (name: string) =>
      until(
        `${name} cannot start`,
        () => bench.nodeSet(SET),
        ({ status }) =>
          status?.nodes
            ?.find(({ pod }) => pod === name)
            ?.message?.includes('Correct spec.monerod.image') === true,
      );
    await stuck(`${SET}-2`);
    // A machine fails, and takes the one beside it along.
    await client.delete(RESOURCES.pods, bench.namespace, `${SET}-0`);
    await stuck(`${SET}-0`);
    const before = await bench.identities(SET);
    const answered = (await wallet.answers()).length;

    await bench.apply(SET, specOf(NEW));
    const early = await until(
      'the broken ones are new',
      () => bench.identities(SET),
      pods =>
        [0, 2].every(
          i =>
            pods[`${SET}-${i}`] &&
            pods[`${SET}-${i}`] !== before[`${SET}-${i}`],
        ),
    );
    expect(early[`${SET}-1`]).toBe(before[`${SET}-1`]);
    await bench.ready(SET);
    expect(new Set(await versions())).toEqual(new Set([NEW]));
    expect((await bench.identities(SET))[`${SET}-1`]).not.toBe(
      before[`${SET}-1`],
    );
    const later = (await wallet.answers()).slice(answered);
    expect(later.filter(({ height }) => height).length).toBeGreaterThan(20);
  });

  it('was no matter to a wallet', async () => {
    const answers = await wallet.answers();
    const failures = answers.filter(({ error }) => error);
    console.info(
      `${answers.length} answers to the wallet, failures: ${JSON.stringify(
        failures,
      )}`,
    );
    expect(answers.length).toBeGreaterThan(500);
    for (const { error } of failures) {
      expect(['ECONNREFUSED', 'ECONNRESET']).toContain(error);
    }
    // The connection that was kept breaks with the node at its end, at most once
    // each: three went up, three down. Whoever opens another is served.
    const inRollouts = failures.filter(({ at }) => at <= undisturbedUntil);
    expect(inRollouts.filter(each => each.connection === 'new')).toEqual([]);
    expect(inRollouts.length).toBeLessThanOrEqual(6);
    // Two of three failed at once, and the one left was not in sync without a
    // peer: nobody was there to be asked.
    const unexplained = failures.filter(
      ({ at, connection }) =>
        at > undisturbedUntil && connection === 'new' && !served.byNone(at),
    );
    expect(unexplained).toEqual([]);

    const outOfSync = answers.filter(
      ({ error, synchronized, busy, target = 0, height = 0 }) =>
        !error &&
        (!synchronized ||
          busy ||
          (target > 0 && height < target - IN_SYNC_WITHIN)),
    );
    expect(outOfSync).toEqual([]);
    for (const connection of ['new', 'kept'] as const) {
      expect(largestStepBack(answers, connection)).toBeLessThanOrEqual(
        IN_SYNC_WITHIN,
      );
    }
  });
});

/** By how many blocks the height went back at most, from one answer to the next. */
function largestStepBack(
  answers: readonly Answer[],
  connection: Answer['connection'],
): number {
  const heights = answers
    .filter(each => each.connection === connection)
    .flatMap(({ height }) => height ?? []);
  return Math.max(...heights.slice(1).map((height, i) => heights[i] - height));
}
