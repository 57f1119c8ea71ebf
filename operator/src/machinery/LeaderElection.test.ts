import { KubeError, RESOURCES } from '@monero-portal/kube-client';
import { FakeClock } from '../testing/FakeClock';
import { FakeCluster } from '../testing/FakeCluster';
import { silentLogger } from '../testing/silentLogger';
import { Lease, LeaderElection } from './LeaderElection';

describe('LeaderElection', () => {
  let clock: FakeClock;
  let cluster: FakeCluster;

  beforeEach(() => {
    clock = new FakeClock();
    cluster = new FakeCluster();
  });

  const candidate = (identity: string) =>
    new LeaderElection({
      client: cluster,
      namespace: 'system',
      name: 'lease',
      identity,
      clock,
      logger: silentLogger(),
    });

  const lease = () =>
    cluster.peek<Lease>(RESOURCES.leases, 'system', 'lease')?.spec;

  function acquire(identity: string) {
    const stop = new AbortController();
    const election = candidate(identity);
    const state: { leads?: boolean } = {};
    const done = election.acquire(stop.signal).then(leads => {
      state.leads = leads;
    });
    return { election, stop, state, done };
  }

  it('creates the lease, with times of six digits', async () => {
    const a = acquire('a');
    await a.done;
    expect(a.state.leads).toBe(true);
    expect(lease()).toEqual({
      holderIdentity: 'a',
      leaseDurationSeconds: 15,
      acquireTime: '2026-01-01T00:00:00.000000Z',
      renewTime: '2026-01-01T00:00:00.000000Z',
      leaseTransitions: 0,
    });
  });

  it('lets one lead, and the next one when that has been silent long enough', async () => {
    const a = acquire('a');
    await a.done;
    const b = acquire('b');
    await clock.advance(14_000);
    expect(b.state.leads).toBeUndefined();
    await clock.advance(4_000);
    expect(b.state.leads).toBe(true);
    expect(lease()).toMatchObject({ holderIdentity: 'b', leaseTransitions: 1 });
  });

  it('keeps others out for as long as it renews', async () => {
    const a = acquire('a');
    await a.done;
    const stop = new AbortController();
    const held = a.election.hold(stop.signal);
    const b = acquire('b');
    await clock.advance(120_000);
    expect(b.state.leads).toBeUndefined();
    stop.abort();
    await expect(held).resolves.toBe('released');
    await clock.advance(2_000);
    expect(b.state.leads).toBe(true);
  });

  it('has lost when it cannot renew in time', async () => {
    const a = acquire('a');
    await a.done;
    const ends: string[] = [];
    void a.election
      .hold(new AbortController().signal)
      .then(end => ends.push(end));
    const gone = new KubeError({ code: 'Unreachable', message: 'no route' });
    cluster.refusals.set('replace leases/lease', gone);
    await clock.advance(9_000);
    expect(ends).toEqual([]);
    await clock.advance(4_000);
    expect(ends).toEqual(['lost']);
  });

  it('survives a short outage', async () => {
    const a = acquire('a');
    await a.done;
    const stop = new AbortController();
    const held = a.election.hold(stop.signal);
    const gone = new KubeError({ code: 'Unreachable', message: 'no route' });
    cluster.refusals.set('replace leases/lease', gone);
    await clock.advance(7_000);
    cluster.refusals.clear();
    await clock.advance(60_000);
    stop.abort();
    await expect(held).resolves.toBe('released');
  });

  it('gives up when told to', async () => {
    await acquire('a').done;
    const b = acquire('b');
    b.stop.abort();
    await b.done;
    expect(b.state.leads).toBe(false);
  });
});
