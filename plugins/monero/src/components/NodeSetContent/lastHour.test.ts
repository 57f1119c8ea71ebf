import { lastHourOf } from './lastHour';

const hour = (...pods: Parameters<typeof lastHourOf>[0]['pods']) =>
  lastHourOf({ from: '2026-03-01T11:01:00.000Z', stepSeconds: 60, pods });

describe('lastHourOf', () => {
  it.each([
    ['both sums', [1, 2], [3, null], [4, 2]],
    ['a gap where neither was measured', [null, 2], [null, 1], [null, 3]],
    ['those that go out alone', [5, 6], undefined, [5, 6]],
    ['those that come in alone', undefined, [5, null], [5, null]],
    ['nothing', undefined, undefined, undefined],
  ])('adds the peers of a node: %s', (_, peersOut, peersIn, expected) => {
    const { peers } = hour({
      pod: 'a-0',
      series: { ...(peersOut && { peersOut }), ...(peersIn && { peersIn }) },
    });
    expect(peers.byPod.get('a-0')).toEqual(expected);
  });

  it('has one scale for all nodes, for rows to be comparable', () => {
    const { behind } = hour(
      { pod: 'a-0', series: { blocksBehind: [0, 0] } },
      { pod: 'a-1', series: { blocksBehind: [184, null] } },
    );
    expect(behind.range).toEqual({ min: 0, max: 184 });
  });

  it('makes no cliff of one block, and no scale of nothing', () => {
    const { behind, peers } = hour({
      pod: 'a-0',
      series: { blocksBehind: [0, 1] },
    });
    expect(behind.range).toEqual({ min: 0, max: 10 });
    expect(peers.range).toBeUndefined();
  });
});
