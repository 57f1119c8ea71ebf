import type { ProgressEvent } from '@monero-portal/dev-cluster';
import { formatEvent, progressPrinter } from './report';

const event = (more: Partial<ProgressEvent>): ProgressEvent => ({
  step: 'images',
  state: 'progress',
  elapsedMs: 0,
  ...more,
});

describe('formatEvent', () => {
  it.each([
    [event({ state: 'started' }), '  … images'],
    [
      event({ detail: 'monerod', elapsedMs: 65_000 }),
      '  … images: monerod (1 min 05 s)',
    ],
    [event({ state: 'done', elapsedMs: 2_000 }), '  ✓ images (2 s)'],
    [
      event({ state: 'failed', detail: 'disk full', elapsedMs: 10 }),
      '  ✗ images: disk full',
    ],
  ])('says %j', (given, line) => {
    expect(formatEvent(given)).toBe(line);
  });
});

describe('progressPrinter', () => {
  it('shows every beginning and end, and of the rest one line in ten seconds a step', () => {
    let now = 0;
    const lines: string[] = [];
    const print = progressPrinter(
      { write: text => lines.push(text.trim()) },
      () => now,
    );
    print(event({ state: 'started' }));
    print(event({ detail: 'a' }));
    print(event({ step: 'operator', detail: 'b' }));
    now = 10_000;
    print(event({ detail: 'c' }));
    print(event({ detail: 'd' }));
    print(event({ state: 'done' }));
    expect(lines).toEqual([
      '… images',
      '… operator: b',
      '… images: c',
      '✓ images',
    ]);
  });
});
