import fc from 'fast-check';
import { ScrapeQueue, type Due } from './ScrapeQueue';

const at = (dueAt: number, doubtful = false): Due => ({ dueAt, doubtful });

/** Starts all that may run. */
function startAll(queue: ScrapeQueue<Due>) {
  const started: { item: Due; done: () => void }[] = [];
  for (;;) {
    const next = queue.start();
    if (!next) return started;
    started.push(next);
  }
}

describe('ScrapeQueue', () => {
  it('takes what is due the longest', () => {
    const queue = new ScrapeQueue(10);
    queue.replace([at(3), at(1, true), at(2)]);
    expect(startAll(queue).map(({ item }) => item.dueAt)).toEqual([1, 2, 3]);
  });

  it('goes on when one has ended', () => {
    const queue = new ScrapeQueue(1);
    queue.replace([at(1), at(2)]);
    const [first] = startAll(queue);
    expect(startAll(queue)).toEqual([]);
    first.done();
    expect(startAll(queue).map(({ item }) => item.dueAt)).toEqual([2]);
  });

  it('keeps half of the places for those that answered last', () => {
    const queue = new ScrapeQueue(4);
    queue.replace([at(1, true), at(2, true), at(3, true), at(4), at(5), at(6)]);
    expect(startAll(queue).map(({ item }) => item.dueAt)).toEqual([1, 2, 4, 5]);
  });

  it('asks the doubtful, too, where there is a single place', () => {
    const queue = new ScrapeQueue(1);
    queue.replace([at(1, true), at(2)]);
    expect(startAll(queue).map(({ item }) => item.dueAt)).toEqual([1]);
  });

  it('never runs more than it may, and starts each once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.record({ dueAt: fc.nat(100), doubtful: fc.boolean() }), {
          maxLength: 40,
        }),
        (places, due) => {
          const queue = new ScrapeQueue(places);
          queue.replace(due);
          const seen: Due[] = [];
          for (let running = startAll(queue); running.length > 0; ) {
            expect(running.length).toBeLessThanOrEqual(places);
            const doubtful = running.filter(({ item }) => item.doubtful);
            expect(doubtful.length).toBeLessThanOrEqual(
              Math.max(1, Math.floor(places / 2)),
            );
            seen.push(...running.map(({ item }) => item));
            running.forEach(({ done }) => done());
            running = startAll(queue);
          }
          expect(new Set(seen)).toEqual(new Set(due));
          expect(seen).toHaveLength(due.length);
        },
      ),
    );
  });
});
