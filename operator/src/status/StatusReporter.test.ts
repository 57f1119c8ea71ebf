import { KubeError, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { StatusReporter } from './StatusReporter';

const signal = new AbortController().signal;

const withStatus = (status: unknown): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'a', namespace: 'ns', uid: 'u' },
  status,
});

/** A reporter whose API server stores what `store` makes of a status. */
function reporter(store: (status: unknown) => unknown) {
  const asked: unknown[] = [];
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
    events: { record: () => {} },
    resource: RESOURCES.pods,
    fieldManager: 'test',
  });
  return { it, asked };
}

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
});
