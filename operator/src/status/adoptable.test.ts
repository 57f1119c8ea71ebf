import { KubeObject } from '@monero-portal/kube-client';
import { adoptable } from './adoptable';

const condition = (type: string, status: string) => ({
  type,
  status,
  lastTransitionTime: '2026-01-01T00:00:00Z',
});
const withStatus = (status?: unknown): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Any',
  metadata: { name: 'nodes', generation: 2 },
  status,
});

describe('adoptable', () => {
  it.each<[string, unknown, boolean]>([
    ['all was done', { observedGeneration: 2 }, true],
    [
      'all was done, if not in sync yet',
      { observedGeneration: 2, conditions: [condition('Ready', 'False')] },
      true,
    ],
    ['nobody has looked at it', undefined, false],
    ['a change was not looked at', { observedGeneration: 1 }, false],
    [
      'it was paused',
      { observedGeneration: 2, conditions: [condition('Paused', 'True')] },
      false,
    ],
    [
      'it was stuck',
      { observedGeneration: 2, conditions: [condition('Stalled', 'True')] },
      false,
    ],
    [
      'its conditions are damaged',
      { observedGeneration: 2, conditions: 'none' },
      true,
    ],
  ])('when %s', (_, status, expected) => {
    expect(adoptable(withStatus(status))).toBe(expected);
  });

  it('is false of an object without a generation', () => {
    const { metadata: _, ...object } = withStatus({});
    expect(adoptable({ ...object, metadata: { name: 'x' } })).toBe(false);
  });
});
