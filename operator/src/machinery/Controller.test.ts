import { KubeError } from '@monero-portal/kube-client';
import { FakeClock, settle } from '../testing/FakeClock';
import { Controller, Outcome, TerminalError } from './Controller';
import { LogFields } from './Logger';
import { Passes } from './passes';
import { Workqueue } from './Workqueue';

describe('Controller', () => {
  const clock = new FakeClock();
  const results: string[] = [];
  const lines: Array<LogFields & { level: string }> = [];
  const note = (level: string) => (_: string, fields?: LogFields) =>
    lines.push({ level, ...fields });
  const logger = {
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  };
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
      logger,
      metrics: {
        reconciled: result => results.push(result),
        terminal: () => results.push('terminal'),
      },
      passes: new Passes(),
    });
    return { queue, running: controller.run(stop.signal) };
  }

  beforeEach(() => {
    stop = new AbortController();
    results.length = 0;
    lines.length = 0;
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
    expect(results.sort()).toEqual([
      'error',
      'error',
      'error',
      'success',
      'terminal',
    ]);
    stop.abort();
    await running;
  });

  it('names object and pass in its log, a different pass each time', async () => {
    let failures = 0;
    const { queue, running } = start(async () => {
      failures += 1;
      if (failures < 3) throw new Error('oops');
      return {};
    });
    queue.add('ns/name');
    await clock.advance(100);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      level: 'error',
      controller: 'test',
      namespace: 'ns',
      name: 'name',
      error: 'oops',
      reconcileID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(lines[1].reconcileID).not.toBe(lines[0].reconcileID);
    stop.abort();
    await running;
  });

  it('takes a conflict for no error, and tries again', async () => {
    let passes = 0;
    const { queue, running } = start(async () => {
      passes += 1;
      if (passes === 1) {
        throw new KubeError({ code: 'Conflict', message: 'faster' });
      }
      return {};
    });
    queue.add('a/b');
    await clock.advance(100);
    expect(results).toEqual(['requeue', 'success']);
    expect(lines.map(({ level }) => level)).toEqual(['info']);
    stop.abort();
    await running;
  });

  it('waits as long as the server asked', async () => {
    let passes = 0;
    const { queue, running } = start(async () => {
      passes += 1;
      throw new KubeError({
        code: 'TooManyRequests',
        message: 'busy',
        retryAfterMs: 5_000,
      });
    });
    queue.add('a/b');
    await clock.advance(4_999);
    expect(passes).toBe(1);
    await clock.advance(1);
    expect(passes).toBe(2);
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

  it('lets others in between passes that wait for nothing, however many', async () => {
    let passes = 0;
    const { queue, running } = start(async () => {
      passes += 1;
      return {};
    });
    for (let count = 0; count < 100; count += 1) queue.add(`ns/${count}`);
    const atFirst = await new Promise<number>(resolve =>
      setImmediate(() => setImmediate(() => resolve(passes))),
    );
    // Two workers, a few turns.
    expect(atFirst).toBeLessThan(20);
    await clock.advance(1);
    while (passes < 100) await settle();
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
