import { whyNotReady } from './nodesReady';

const since = new Date('2026-01-01T12:00:00.900Z');

function list(
  changes: {
    status?: string;
    message?: string;
    lastHeartbeatTime?: string;
    taint?: string;
  } = {},
) {
  const { taint, ...condition } = changes;
  return {
    items: [
      {
        metadata: { name: 'node-0' },
        spec: taint ? { taints: [{ key: taint, effect: 'NoSchedule' }] } : {},
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              lastHeartbeatTime: '2026-01-01T12:00:00Z',
              ...condition,
            },
          ],
        },
      },
    ],
  };
}

describe('whyNotReady', () => {
  it.each<[string, ReturnType<typeof list>, string | undefined]>([
    ['is Ready and reported in the second of the start', list(), undefined],
    ['has not registered', { items: [] }, 'has not registered'],
    [
      'said so before the start only',
      list({ lastHeartbeatTime: '2026-01-01T11:59:59Z' }),
      'has not reported yet',
    ],
    [
      'says why not',
      list({ status: 'False', message: 'cni plugin not initialized' }),
      'cni plugin not initialized',
    ],
    [
      'does not accept pods yet',
      list({ taint: 'node.kubernetes.io/not-ready' }),
      'is still tainted node.kubernetes.io/not-ready',
    ],
    ['is tainted by its user', list({ taint: 'example.com/mine' }), undefined],
  ])('a node that %s', (_, nodes, why) => {
    expect(whyNotReady(nodes, 'node-0', since)).toBe(why);
  });
});
