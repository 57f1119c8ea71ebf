import { KubeObject } from '@monero-portal/kube-client';
import { ManifestError } from '@monero-portal/monero-api';
import { Status } from './StatusReporter';
import { understood } from './understood';

const OBJECT: KubeObject = {
  apiVersion: 'utxo.com.br/v1alpha1',
  kind: 'MoneroNodeSet',
  metadata: { name: 'nodes', namespace: 'monero', generation: 7 },
  status: { readyReplicas: 3, observedGeneration: 6 },
};

/** @returns what came of it, and the statuses that were reported */
async function read(
  raw: KubeObject | undefined,
  parse: (raw: KubeObject) => string,
) {
  const reported: Status[] = [];
  const deps = {
    reporter: {
      async report(_: KubeObject, status: Status) {
        reported.push(status);
        return {};
      },
    },
    clock: { now: () => Date.UTC(2026, 0, 1, 12) },
  };
  const { signal } = new AbortController();
  return { result: await understood(raw, parse, deps, signal), reported };
}

describe('understood', () => {
  it('is what was parsed, and nothing is told', async () => {
    expect(await read(OBJECT, ({ metadata }) => metadata.name)).toEqual({
      result: 'nodes',
      reported: [],
    });
  });

  it.each([
    ['gone', undefined],
    [
      'going',
      {
        ...OBJECT,
        metadata: {
          ...OBJECT.metadata,
          deletionTimestamp: '2026-01-01T00:00:00Z',
        },
      },
    ],
  ])('is nothing of an object that is %s', async (_, raw) => {
    const parse = () => {
      throw new Error('not to be read');
    };
    expect(await read(raw, parse)).toEqual({ result: undefined, reported: [] });
  });

  it('tells what is wrong, and keeps what was known, for the pods run on', async () => {
    const { result, reported } = await read(OBJECT, () => {
      throw new ManifestError([{ path: 'spec.replicas', message: 'too many' }]);
    });
    expect(result).toBeUndefined();
    expect(reported).toEqual([
      {
        readyReplicas: 3,
        observedGeneration: 7,
        conditions: expect.arrayContaining([
          {
            type: 'Stalled',
            status: 'True',
            reason: 'InvalidSpec',
            message: 'spec.replicas: too many',
            observedGeneration: 7,
            lastTransitionTime: '2026-01-01T12:00:00Z',
          },
        ]),
      },
    ]);
  });

  it('hides no other error', async () => {
    const parse = () => {
      throw new TypeError('a mistake of ours');
    };
    await expect(read(OBJECT, parse)).rejects.toThrow('a mistake of ours');
  });
});
