import type { Finding } from '@monero-portal/plugin-monero-common';
import { ago, NOW } from '../../testing/rows';
import { look, type FindingSettings, type Sightings } from './lasting';

const MINUTE = 60_000;
const settings: FindingSettings = {
  severity: 'critical',
  afterMs: 5 * MINUTE,
  clearMs: 2 * MINUTE,
};

const finding = (change: Partial<Finding> = {}): Finding => ({
  code: 'CrashLoop',
  severity: 'critical',
  pod: 'web-1',
  what: 'web-1 ends again and again',
  evidence: 'It ended 7 times.',
  next: 'Look at its log.',
  ...change,
});

/** What lasts and what is there at each minute that is named, looking at each minute between them as well. */
function watch(
  times: [minute: number, findings: Finding[]][],
  change: Partial<FindingSettings> = {},
) {
  let sightings: Sightings | undefined;
  let minute = times[0][0];
  return times.map(([until, findings], i) => {
    const lookAt = (when: number, at: Finding[]) => {
      const now = NOW + when * MINUTE;
      const seen = look(sightings, at, { ...settings, ...change }, now);
      sightings = seen.sightings;
      return seen;
    };
    for (; minute < until; minute += 1) lookAt(minute, times[i - 1][1]);
    const { lasting, present } = lookAt(until, findings);
    return [lasting.map(({ code }) => code), [...present]];
  });
}

const loop = [finding()];
const there = ['CrashLoop'];

describe('look', () => {
  it('waits until a finding has lasted', () => {
    expect(
      watch([
        [0, loop],
        [4.9, loop],
        [5, loop],
      ]),
    ).toEqual([
      [[], there],
      [[], there],
      [there, there],
    ]);
  });

  it('believes a finding that says since when it is', () => {
    const since = ago(5 * 60);
    expect(watch([[0, [finding({ since })]]])).toEqual([[there, there]]);
  });

  it('takes what comes and goes for what stays', () => {
    expect(
      watch([
        [0, [finding({ since: ago(0) })]],
        [1.5, []],
        [3, [finding({ since: ago(-180) })]],
        [5, [finding({ since: ago(-290) })]],
      ]),
    ).toEqual([
      [[], there],
      [[], there],
      [[], there],
      [there, there],
    ]);
  });

  it('forgets what has stayed away, and begins anew', () => {
    expect(
      watch([
        [0, loop],
        [5, loop],
        [6, []],
        [8, []],
        [9, loop],
      ]),
    ).toEqual([
      [[], there],
      [there, there],
      [[], there],
      [[], []],
      [[], there],
    ]);
  });

  it('counts each pod by itself', () => {
    const other = finding({ pod: 'web-2', since: ago(-240) });
    expect(
      watch([
        [0, loop],
        [4, [other]],
        [6, [other]],
      ]),
    ).toEqual([
      [[], there],
      [[], there],
      [[], there],
    ]);
  });

  it.each([
    ['critical', ['CrashLoop']],
    ['warning', ['CrashLoop', 'Pending']],
  ] as const)('looks at what is %s or worse', (severity, expected) => {
    const since = ago(600);
    const [[lasting]] = watch(
      [
        [
          0,
          [
            finding({ since }),
            finding({ code: 'Pending', severity: 'warning', since }),
            finding({ code: 'Behind', severity: 'info', since }),
          ],
        ],
      ],
      { severity },
    );
    expect(lasting).toEqual(expected);
  });
});
