import { KubeError, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { Condition } from '@monero-portal/monero-api';
import { FakeClock } from '../testing/FakeClock';
import { ProgressTiming, StatusReporter } from './StatusReporter';

const signal = new AbortController().signal;

const withStatus = (status: unknown): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'a', namespace: 'ns', uid: 'u' },
  status,
});

/** A reporter whose API server stores what `store` makes of a status. */
function reporter(
  store: (status: unknown) => unknown,
  progress?: ProgressTiming,
) {
  const asked: unknown[] = [];
  const told: string[] = [];
  const it = new StatusReporter({
    client: {
      apply: async (_resource, object) => {
        asked.push(object.status);
        return { ...object, status: store(object.status) } as never;
      },
      patch: async (_resource, _namespace, _name, body) => {
        asked.push(body);
        return { ...withStatus(undefined), ...(body as object) } as never;
      },
    },
    events: { record: (_, { reason }) => told.push(reason) },
    resource: RESOURCES.pods,
    fieldManager: 'test',
    progress,
  });
  return { it, asked, told };
}

const condition = (
  type: string,
  status: Condition['status'],
  reason: string,
): Condition => ({
  type,
  status,
  reason,
  message: `${reason}.`,
  observedGeneration: 1,
  lastTransitionTime: '2026-01-01T00:00:00Z',
});

const underWay = (readyReplicas: number) => ({
  readyReplicas,
  conditions: [
    condition('Ready', 'False', 'NotInSync'),
    condition('Reconciling', 'True', 'Progressing'),
  ],
});

const done = {
  readyReplicas: 2,
  conditions: [
    condition('Ready', 'True', 'AllInSync'),
    condition('Reconciling', 'False', 'Settled'),
  ],
};

const wanted = { replicas: 2, conditions: [] };

describe('StatusReporter', () => {
  it('writes what differs, and not what is there', async () => {
    const { it: reports, asked } = reporter(status => status);
    await reports.report(withStatus(undefined), wanted, signal);
    await reports.report(withStatus(wanted), wanted, signal);
    expect(asked).toEqual([wanted]);
  });

  it('does not ask again for what an older definition prunes', async () => {
    const pruned = { conditions: [] };
    const { it: reports, asked } = reporter(() => pruned);
    await reports.report(withStatus(undefined), wanted, signal);
    await reports.report(withStatus(pruned), wanted, signal);
    await reports.report(withStatus(pruned), wanted, signal);
    expect(asked).toHaveLength(1);
    const other = { ...wanted, replicas: 3 };
    await reports.report(withStatus(pruned), other, signal);
    expect(asked).toHaveLength(2);
  });

  it('patches where an apply is refused for fields that an older definition does not know', async () => {
    const { it: reports, asked } = reporter(() => {
      throw new KubeError({ code: 'Invalid', message: 'not declared' });
    });
    await reports.report(withStatus(undefined), wanted, signal);
    expect(asked).toEqual([wanted, { status: wanted }]);
  });

  it('puts back what somebody else changed, also under an older definition', async () => {
    const pruned = { conditions: [] };
    const { it: reports, asked } = reporter(() => pruned);
    await reports.report(withStatus(undefined), wanted, signal);
    await reports.report(withStatus({ replicas: 99 }), wanted, signal);
    expect(asked).toHaveLength(2);
  });

  it('keeps progress for a moment, and writes what has come of it by then', async () => {
    const clock = new FakeClock();
    const timing = { clock, waitMs: 500 };
    const { it: reports, asked, told } = reporter(status => status, timing);
    const none = withStatus(undefined);
    expect(await reports.report(none, underWay(0), signal)).toEqual({
      requeueAfterMs: 500,
    });
    await clock.advance(300);
    expect(await reports.report(none, underWay(1), signal)).toEqual({
      requeueAfterMs: 200,
    });
    expect([asked, told]).toEqual([[], []]);
    await clock.advance(200);
    expect(await reports.report(none, underWay(1), signal)).toEqual({});
    expect([asked, told]).toEqual([[underWay(1)], ['NotInSync']]);
    // The next waits anew.
    const written = withStatus(underWay(1));
    expect(await reports.report(written, underWay(2), signal)).toEqual({
      requeueAfterMs: 500,
    });
  });

  it('writes at once how work ended, in place of progress that waits', async () => {
    const clock = new FakeClock();
    const timing = { clock, waitMs: 500 };
    const { it: reports, asked, told } = reporter(status => status, timing);
    const none = withStatus(undefined);
    await reports.report(none, underWay(0), signal);
    expect(await reports.report(none, done, signal)).toEqual({});
    expect([asked, told]).toEqual([[done], ['AllInSync']]);
    await clock.advance(500);
    // What waited is forgotten: it does not shorten the next wait.
    expect(await reports.report(withStatus(done), underWay(1), signal)).toEqual(
      { requeueAfterMs: 500 },
    );
  });
});
