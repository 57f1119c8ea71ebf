import { Readiness } from './readiness';
import { HOLD_MS, steady } from './steady';

const READY: Readiness = { ready: true, reason: 'in sync at height 1000' };
const BUSY: Readiness = {
  ready: false,
  reason: 'busy adding blocks',
  passing: true,
};
const BEHIND: Readiness = { ready: false, reason: '184 blocks behind' };

/** Checks that find this, one after the other, at these times. */
async function run(...found: [number, Readiness][]) {
  let at = 0;
  let current = READY;
  const check = steady(
    async () => current,
    () => at,
  );
  const verdicts: Readiness[] = [];
  for ([at, current] of found) verdicts.push(await check());
  return verdicts;
}

describe('steady', () => {
  it('stays ready through what passes by itself, and says so', async () => {
    const [, busy] = await run([0, READY], [4_000, BUSY]);
    expect(busy).toEqual({
      ready: true,
      reason: 'busy adding blocks; in sync 4 s ago',
    });
  });

  it('gives up when that lasts', async () => {
    const verdicts = await run(
      [0, READY],
      [HOLD_MS, BUSY],
      [HOLD_MS + 1, BUSY],
    );
    expect(verdicts.map(each => each.ready)).toEqual([true, true, false]);
  });

  it('counts from the last time that nothing was in the way', async () => {
    const verdicts = await run(
      [0, READY],
      [HOLD_MS - 1, BUSY],
      [HOLD_MS, READY],
      [2 * HOLD_MS, BUSY],
    );
    expect(verdicts.map(each => each.ready)).toEqual([true, true, true, true]);
  });

  it('does not make a node ready that never was', async () => {
    expect(await run([0, BUSY])).toEqual([BUSY]);
  });

  it('lets everything else count at once, and forgets that it was ready', async () => {
    const verdicts = await run([0, READY], [1, BEHIND], [2, BUSY]);
    expect(verdicts).toEqual([READY, BEHIND, BUSY]);
  });
});
