import { FakeClock, settle } from '../testing/FakeClock';
import { Workqueue } from './Workqueue';

describe('Workqueue', () => {
  const clock = new FakeClock();

  /** What the queue hands out when asked once, or undefined for nothing yet. */
  async function ask(queue: Workqueue): Promise<string[]> {
    const got: string[] = [];
    void queue.next().then(key => key && got.push(key));
    await settle();
    return got;
  }

  it('hands out a key once, however often it was added', async () => {
    const queue = new Workqueue(clock);
    queue.add('a');
    queue.add('a');
    queue.add('b');
    expect(await queue.next()).toBe('a');
    expect(await queue.next()).toBe('b');
    expect(await ask(queue)).toEqual([]);
  });

  it('hands out a key once to a worker that waits for it, however often it is added at once', async () => {
    const queue = new Workqueue(clock);
    const first = ask(queue);
    queue.add('a');
    queue.add('a');
    expect(await first).toEqual(['a']);
    queue.done('a');
    expect(await ask(queue)).toEqual([]);
  });

  it('never hands a key to two workers, and brings it again afterwards', async () => {
    const queue = new Workqueue(clock);
    queue.add('a');
    expect(await queue.next()).toBe('a');
    queue.add('a');
    queue.add('a');
    const second = ask(queue);
    expect(await second).toEqual([]);
    queue.done('a');
    await settle();
    expect(await second).toEqual(['a']);
    queue.done('a');
    expect(await ask(queue)).toEqual([]);
  });

  it('spreads the retries of all keys together', async () => {
    const rate = { burst: 2, perSecond: 10 };
    const queue = new Workqueue(clock, { firstMs: 1, maxMs: 1, rate });
    const due: number[] = [];
    const startedAt = clock.now();
    const work = async () => {
      for (let count = 0; count < 5; count += 1) {
        await queue.next();
        due.push(clock.now() - startedAt);
      }
    };
    void work();
    for (const key of ['a', 'b', 'c', 'd', 'e']) queue.retry(key);
    await clock.advance(1_000);
    expect(due).toEqual([1, 1, 100, 200, 300]);
  });

  it('tells how long keys waited and were worked on', async () => {
    const told: string[] = [];
    const queue = new Workqueue(clock, undefined, {
      onAdd: () => {},
      onRetry: () => {},
      onDepth: () => {},
      onTake: ms => told.push(`waited ${ms}`),
      onDone: ms => told.push(`worked ${ms}`),
    });
    queue.add('a');
    await clock.advance(30);
    await queue.next();
    await clock.advance(70);
    expect(queue.working()).toEqual([70]);
    queue.done('a');
    expect(queue.working()).toEqual([]);
    expect(told).toEqual(['waited 30', 'worked 70']);
  });

  it('waits longer after each failure, and forgets', async () => {
    const queue = new Workqueue(clock, { firstMs: 10, maxMs: 40 });
    const waits: number[] = [];
    for (let failure = 0; failure < 5; failure += 1) {
      queue.retry('a');
      let waited = 0;
      const got = queue.next();
      let arrived = false;
      void got.then(() => {
        arrived = true;
      });
      while (!arrived) {
        await clock.advance(10);
        waited += 10;
      }
      waits.push(waited);
      queue.done('a');
      if (failure === 3) queue.forget('a');
    }
    expect(waits).toEqual([10, 20, 40, 40, 10]);
  });

  it('keeps the earliest of several wishes to wait', async () => {
    const queue = new Workqueue(clock);
    queue.addAfter('a', 100);
    queue.addAfter('a', 20);
    queue.addAfter('a', 500);
    const got = ask(queue);
    await clock.advance(19);
    expect(await got).toEqual([]);
    await clock.advance(1);
    expect(await got).toEqual(['a']);
    queue.done('a');
    const none = ask(queue);
    await clock.advance(1000);
    expect(await none).toEqual([]);
  });

  it('sends workers home when closed', async () => {
    const queue = new Workqueue(clock);
    const waiting = queue.next();
    queue.close();
    expect(await waiting).toBeUndefined();
    queue.add('a');
    expect(await queue.next()).toBeUndefined();
  });
});
