import { createProgress, formatElapsed } from './progress';
import type { ProgressEvent } from './types';

describe('createProgress', () => {
  it('reports start, progress and end with the time of the step', async () => {
    const events: ProgressEvent[] = [];
    let now = 1000;
    const progress = createProgress(
      event => events.push(event),
      () => now,
    );
    const result = await progress.run('Build', async report => {
      now = 3000;
      report.update('half');
      now = 4000;
      return 42;
    });
    expect(result).toBe(42);
    expect(events).toEqual([
      { step: 'Build', state: 'started', elapsedMs: 0 },
      { step: 'Build', state: 'progress', detail: 'half', elapsedMs: 2000 },
      { step: 'Build', state: 'done', elapsedMs: 3000 },
    ]);
  });

  it('reports a failure with its reason and throws it on', async () => {
    const events: ProgressEvent[] = [];
    const failing = createProgress(event => events.push(event)).run(
      'Build',
      () => Promise.reject(new Error('no Go')),
    );
    await expect(failing).rejects.toThrow('no Go');
    expect(events.at(-1)).toMatchObject({ state: 'failed', detail: 'no Go' });
  });
});

describe('formatElapsed', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min 00 s'],
    [754_000, '12 min 34 s'],
  ])('%i ms is %s', (ms, text) => {
    expect(formatElapsed(ms)).toBe(text);
  });
});
