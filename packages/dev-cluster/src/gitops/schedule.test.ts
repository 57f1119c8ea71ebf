import { afterAttempt, isDue, Memory, NOTHING_TRIED } from './schedule';

const RESYNC_MS = 30_000;
const after = (
  memory: Memory,
  commit: string,
  succeeded: boolean,
  now: number,
) => afterAttempt(memory, { commit, succeeded, now }, RESYNC_MS);

describe('the schedule', () => {
  it('begins at once', () => {
    expect(isDue(NOTHING_TRIED, 'a', 0)).toBe(true);
  });

  it('waits after a success, but not for another commit', () => {
    const memory = after(NOTHING_TRIED, 'a', true, 1000);
    expect(isDue(memory, 'a', 30_999)).toBe(false);
    expect(isDue(memory, 'a', 31_000)).toBe(true);
    expect(isDue(memory, 'b', 1001)).toBe(true);
  });

  it('waits longer after each failure, up to the usual pause', () => {
    let memory = NOTHING_TRIED;
    const pauses = Array.from({ length: 8 }, () => {
      memory = after(memory, 'a', false, 0);
      return memory.nextAt;
    });
    expect(pauses).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect(after(memory, 'a', true, 0).failures).toBe(0);
  });

  it('counts the failures of a new commit anew', () => {
    let memory = NOTHING_TRIED;
    for (let i = 0; i < 5; i++) memory = after(memory, 'a', false, 0);
    expect(after(memory, 'b', false, 0).nextAt).toBe(1000);
  });
});
