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

  it('renews with one request', async () => {
    const a = acquire('a');
    await a.done;
    const get = jest.spyOn(cluster, 'get');
    void a.election.hold(new AbortController().signal);
    await clock.advance(20_000);
    expect(get).not.toHaveBeenCalled();
    expect(cluster.log.filter(each => each.startsWith('replace'))).toHaveLength(
      10,
    );
  });

  it('goes on when the answer to a renewal was lost', async () => {
    const a = acquire('a');
    await a.done;
    const stop = new AbortController();
    const held = a.election.hold(stop.signal);
    const { replace } = cluster;
    jest.spyOn(cluster, 'replace').mockImplementationOnce(async (...args) => {
      await replace.apply(cluster, args);
      throw new KubeError({ code: 'Unreachable', message: 'cut' });
    });
    await clock.advance(30_000);
    expect(a.election.holds).toBe(true);
    stop.abort();
    await expect(held).resolves.toBe('released');
  });

  describe('forbids writes', () => {
    it('before the lease is had, and after it was given back', async () => {
      const election = candidate('a');
      expect(() => election.assertHeld()).toThrow('writes no more');
      await election.acquire(new AbortController().signal);
      expect(() => election.assertHeld()).not.toThrow();
      const stop = new AbortController();
      const held = election.hold(stop.signal);
      stop.abort();
      await held;
      expect(election.holds).toBe(false);
    });

    it('from the moment that the process may have been stopped for too long', async () => {
      const a = acquire('a');
      await a.done;
      const held = a.election.hold(new AbortController().signal);
      await clock.advance(4_000);
      clock.sleep(10_000); // as SIGSTOP does: no timer fires
      expect(a.election.holds).toBe(false);
      await clock.advance(1);
      await expect(held).resolves.toBe('lost');
      expect(lease()?.renewTime).toBe('2026-01-01T00:00:04.000000Z');
    });

    it('when a renewal takes too long, and does not wait for its answer', async () => {
      const a = acquire('a');
      await a.done;
      const ends: string[] = [];
      void a.election
        .hold(new AbortController().signal)
        .then(end => ends.push(end));
      jest
        .spyOn(cluster, 'replace')
        .mockImplementation(
          (_r, _o, options?: { signal?: AbortSignal }) =>
            new Promise((_, reject) =>
              options?.signal?.addEventListener('abort', () =>
                reject(new KubeError({ code: 'Aborted', message: 'late' })),
              ),
            ),
        );
      await clock.advance(9_999);
      expect(ends).toEqual([]);
      await clock.advance(1);
      expect(ends).toEqual(['lost']);
    });

    it('as soon as somebody else is seen to have the lease', async () => {
      const a = acquire('a');
      await a.done;
      const held = a.election.hold(new AbortController().signal);
      const stolen = cluster.peek<Lease>(RESOURCES.leases, 'system', 'lease');
      cluster.put(RESOURCES.leases, {
        ...(stolen as Lease),
        spec: { ...stolen?.spec, holderIdentity: 'thief' },
      });
      await clock.advance(2_000);
      await expect(held).resolves.toBe('lost');
    });
  });

  it('takes over the moment a lease runs out', async () => {
    await acquire('a').done;
    await clock.advance(500);
    const b = acquire('b');
    await clock.advance(14_999);
    expect(b.state.leads).toBeUndefined();
    await clock.advance(1);
    expect(b.state.leads).toBe(true);
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
