import { setImmediate } from 'node:timers/promises';

/** As many as take about a millisecond. */
const TURN = 100;

/** Maps many items without holding up everything else meanwhile. */
export async function inTurns<T, R>(
  items: readonly T[],
  map: (item: T) => R,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += TURN) {
    if (start > 0) {
      await setImmediate();
    }
    results.push(...items.slice(start, start + TURN).map(map));
  }
  return results;
}
