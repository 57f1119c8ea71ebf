import { RESOURCES } from '@monero-portal/kube-client';
import { Lease } from '../src/machinery/LeaderElection';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
} from './faults/ControlPlane';
import { FaultProxy, isWrite } from './faults/FaultProxy';
import { bundle, OperatorProcess } from './faults/OperatorProcess';
import { apply, manifest } from './faults/world';
import { until } from './support';

const LEASE = 'monero-operator.utxo.com.br';
/** So long after the last renewal a lease is anybody's; standbys look every two seconds. */
const TAKEOVER_LIMIT_MS = 15_000 + 2_000;
/** For the first pass and its first request, on a busy machine. */
const FIRST_WRITE_MS = 2_000;
const CHANGE_EVERY_MS = 250;

/** One of two operators, and what it says to the API server. */
interface Replica {
  proxy: FaultProxy;
  operator: OperatorProcess;
}

describe('of two operators', () => {
  let plane: ControlPlane;
  let file: string;
  let namespace: string;
  let removeNamespace: () => Promise<void>;
  const replicas = new Set<Replica>();
  let busy: NodeJS.Timeout;
  let changes = 0;

  async function replica(): Promise<Replica> {
    const proxy = await FaultProxy.start(plane.target);
    const operator = await OperatorProcess.start({
      file,
      server: proxy.url,
      leaseNamespace: namespace,
      options: [`--namespace=${namespace}`],
    });
    const started = { proxy, operator };
    replicas.add(started);
    await until(
      'it waits to lead',
      () => operator.isReady(),
      isReady => isReady,
    );
    return started;
  }

  async function retire(old: Replica): Promise<void> {
    replicas.delete(old);
    await old.operator.stop();
    await old.proxy.stop();
  }

  const successes = ({ proxy }: Replica, since: number) =>
    proxy.since(
      since,
      seen => isWrite(seen) && seen.status > 0 && seen.status < 400,
    );

  /** Waits for a write of the replica after a moment. @returns when it was */
  async function firstWrite(of: Replica, since: number): Promise<number> {
    const writes = await until(
      'the other one writes',
      async () => successes(of, since),
      found => found.length > 0,
      40_000,
    );
    return writes[0].at;
  }

  /** A leader that has just written, and one that waits. */
  async function pair(): Promise<{ leader: Replica; standby: Replica }> {
    while (replicas.size < 2) await replica();
    const { spec } = await until(
      'one of them leads',
      () => plane.client.get<Lease>(RESOURCES.leases, namespace, LEASE),
      lease => Boolean(lease.spec?.holderIdentity),
    );
    const [leader, standby] = [...replicas].sort(({ operator }) =>
      operator.lines('waiting to lead')[0]?.identity === spec?.holderIdentity
        ? -1
        : 1,
    );
    await firstWrite(leader, Date.now());
    return { leader, standby };
  }

  beforeAll(async () => {
    plane = await controlPlane();
    file = await bundle();
    const made = await createNamespace(
      plane.client,
      `leaders-${Date.now().toString(36)}`,
    );
    namespace = made.namespace;
    removeNamespace = made.remove;
    // Somebody changes a node set all the time: whoever leads has to write.
    const change = () => {
      changes += 1;
      const spec = {
        network: 'regtest',
        monerod: { args: [`--max-concurrency=${1 + (changes % 8)}`] },
      };
      const object = manifest('MoneroNodeSet', namespace, 'busy', spec);
      apply(plane.client, object).catch(() => undefined);
    };
    busy = setInterval(change, CHANGE_EVERY_MS);
  });

  afterAll(async () => {
    clearInterval(busy);
    for (const each of [...replicas]) await retire(each);
    await removeNamespace?.();
    await plane?.release();
  });

  it('one writes, the other one only looks, and both are ready', async () => {
    const { leader, standby } = await pair();
    const since = Date.now();
    await until(
      'ten writes',
      async () => successes(leader, since),
      writes => writes.length >= 10,
    );
    expect(standby.proxy.since(0, isWrite)).toEqual([]);
    expect(await standby.operator.isReady()).toBe(true);
    const status = 'leader_election_master_status';
    expect(await leader.operator.sum(status)).toBe(1);
    expect(await standby.operator.sum(status)).toBe(0);
  });

  it('the other one goes on at once when the leader is told to end', async () => {
    const { leader, standby } = await pair();
    const at = Date.now();
    leader.operator.signal('SIGTERM');
    expect(await leader.operator.ended).toBe(0);
    const took = (await firstWrite(standby, at)) - at;
    console.info(
      `leader told to end: ${took} ms to the next one's first write`,
    );
    expect(took).toBeLessThan(2_000 + FIRST_WRITE_MS);
    await retire(leader);
  });

  it('the other one takes over within the lease time when the leader is killed', async () => {
    const { leader, standby } = await pair();
    const at = Date.now();
    leader.operator.signal('SIGKILL');
    const took = (await firstWrite(standby, at)) - at;
    console.info(`leader killed: ${took} ms to the next one's first write`);
    expect(took).toBeLessThan(TAKEOVER_LIMIT_MS + FIRST_WRITE_MS);
    await retire(leader);
  });

  it('a leader that was stopped in the middle of a change writes no more, and the change that was on its way is refused', async () => {
    const { leader, standby } = await pair();
    // The next change of the StatefulSet stays on its way.
    let release = () => {};
    const held = new Promise<void>(resolve => {
      leader.proxy.gate = seen => {
        if (!isWrite(seen) || seen.resource !== 'statefulsets')
          return undefined;
        leader.proxy.gate = undefined;
        resolve();
        return new Promise(go => {
          release = go;
        });
      };
    });
    await held;
    const at = Date.now();
    leader.operator.signal('SIGSTOP');
    const takenOver = await firstWrite(standby, at);
    console.info(
      `leader stopped: ${takenOver - at} ms to the next one's first write`,
    );
    expect(takenOver - at).toBeLessThan(TAKEOVER_LIMIT_MS + FIRST_WRITE_MS);
    await until(
      'the new leader has changed the StatefulSet',
      async () => successes(standby, at),
      writes => writes.some(({ resource }) => resource === 'statefulsets'),
    );
    const restedAt = Date.now();
    leader.operator.signal('SIGCONT');
    release();
    expect(await leader.operator.ended).toBe(1);
    const late = await until(
      'what was on its way is answered',
      async () => leader.proxy.since(restedAt, isWrite),
      writes => writes.every(({ status }) => status > 0),
    );
    expect(late.map(({ resource, status }) => [resource, status])).toEqual([
      ['statefulsets', 409],
    ]);
    expect(successes(leader, takenOver)).toEqual([]);
    await retire(leader);
  });

  it('a leader that is cut off ends before the other one begins, and writes nothing when it is reached again', async () => {
    const { leader, standby } = await pair();
    const at = Date.now();
    leader.proxy.cutOff();
    expect(await leader.operator.ended).toBe(1);
    const ended = Date.now();
    const takenOver = await firstWrite(standby, at);
    console.info(
      `leader cut off: it ends after ${
        ended - at
      } ms, the next one's first write is after ${takenOver - at} ms`,
    );
    expect(ended).toBeLessThan(takenOver);
    expect(takenOver - at).toBeLessThan(TAKEOVER_LIMIT_MS + FIRST_WRITE_MS);
    leader.proxy.reconnect();
    expect(successes(leader, at)).toEqual([]);
    await retire(leader);
  });
});
