import { FakeClock, settle } from '../testing/FakeClock';
import { silentLogger } from '../testing/silentLogger';
import { Controller, Outcome, TerminalError } from './Controller';
import { Workqueue } from './Workqueue';

describe('Controller', () => {
  const clock = new FakeClock();
  const results: string[] = [];
  let stop: AbortController;

  function start(
    reconcile: (key: string) => Promise<Outcome>,
    synced: Promise<unknown> = Promise.resolve(),
  ) {
    const queue = new Workqueue(clock, { firstMs: 10, maxMs: 1000 });
    const controller = new Controller({
      name: 'test',
      reconcile,
      queue,
      synced: () => synced,
      workers: 2,
      timeoutMs: 60_000,
      clock,
      logger: silentLogger(),
      metrics: { reconciled: result => results.push(result) },
    });
    return { queue, running: controller.run(stop.signal) };
  }

  beforeEach(() => {
    stop = new AbortController();
    results.length = 0;
  });

  it('starts no work before the caches are filled', async () => {
    const seen: string[] = [];
    let fill = () => {};
    const synced = new Promise<void>(resolve => {
      fill = resolve;
    });
    const { queue, running } = start(async key => {
      seen.push(key);
      return {};
    }, synced);
    queue.add('a');
    await settle();
    expect(seen).toEqual([]);
    fill();
    await settle();
    expect(seen).toEqual(['a']);
    stop.abort();
    await running;
  });

  it('tries a failed key again, a terminal one not', async () => {
    const seen: string[] = [];
    const { queue, running } = start(async key => {
      seen.push(key);
      if (key === 'terminal') throw new TerminalError('no use');
      if (seen.filter(each => each === key).length < 3) throw new Error('oops');
      return {};
    });
    queue.add('flaky');
    queue.add('terminal');
    await clock.advance(100);
    expect(seen.filter(key => key === 'flaky')).toHaveLength(3);
    expect(seen.filter(key => key === 'terminal')).toHaveLength(1);
    expect(results.sort()).toEqual(['error', 'error', 'error', 'success']);
    stop.abort();
    await running;
  });

  it('looks again after the time a pass asks for', async () => {
    let passes = 0;
    const { queue, running } = start(async () => {
      passes += 1;
      return passes === 1 ? { requeueAfterMs: 500 } : {};
    });
    queue.add('a');
    await clock.advance(499);
    expect(passes).toBe(1);
    await clock.advance(1);
    expect(passes).toBe(2);
    stop.abort();
    await running;
  });

  it('ends only after the pass under way', async () => {
    let finish = () => {};
    const { queue, running } = start(
      () =>
        new Promise(resolve => {
          finish = () => resolve({});
        }),
    );
    queue.add('a');
    await settle();
    let ended = false;
    void running.then(() => {
      ended = true;
    });
    stop.abort();
    await settle();
    expect(ended).toBe(false);
    finish();
    await running;
    expect(ended).toBe(true);
  });
});
