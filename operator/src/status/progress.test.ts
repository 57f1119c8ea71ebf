import { Condition } from '@monero-portal/monero-api';
import { Part, rolloutFinding } from './progress';

const part = (pod: string, changes: Partial<Part> = {}): Part => ({
  pod,
  outdated: false,
  done: true,
  ...changes,
});
const OLD = { outdated: true };
const BEHIND = { done: false, message: 'monerod is opening its database.' };

const WANTED = { replicas: 3, text: '3 nodes', verb: 'replaced' };

const ready = (reason: string): Condition[] => [
  {
    type: 'Ready',
    status: 'False',
    reason,
    message: '',
    observedGeneration: 1,
    lastTransitionTime: '2026-01-01T00:00:00Z',
  },
];

describe('rolloutFinding', () => {
  it.each<[string, Part[], string]>([
    [
      'at its beginning',
      [part('a', OLD), part('b', OLD), part('c', OLD)],
      '0 of 3 nodes replaced.',
    ],
    [
      'while a pod is away',
      [part('a', OLD), part('b', OLD)],
      '0 of 3 nodes replaced; waits for a new pod.',
    ],
    [
      'while a node is on its way',
      [part('a', OLD), part('b'), part('c', BEHIND)],
      '2 of 3 nodes replaced; waits for c: monerod is opening its database.',
    ],
  ])('says how far a change is %s', (_, parts, message) => {
    expect(rolloutFinding(parts, WANTED, undefined)).toEqual({
      reason: 'RollingOut',
      message,
    });
  });

  it('goes on until the last that was replaced is in order', () => {
    const last = [part('a', BEHIND), part('b'), part('c')];
    expect(rolloutFinding(last, WANTED, ready('RollingOut'))?.message).toBe(
      '3 of 3 nodes replaced; waits for a: monerod is opening its database.',
    );
    const away = last.slice(1);
    expect(rolloutFinding(away, WANTED, ready('RollingOut'))?.message).toBe(
      '2 of 3 nodes replaced; waits for a new pod.',
    );
  });

  it('is no rollout when a node is behind and none began', () => {
    const parts = [part('a', BEHIND), part('b'), part('c')];
    expect(rolloutFinding(parts, WANTED, undefined)).toBeUndefined();
    expect(rolloutFinding(parts, WANTED, ready('NotInSync'))).toBeUndefined();
  });

  it('has ended when all are in order', () => {
    const parts = [part('a'), part('b'), part('c')];
    expect(rolloutFinding(parts, WANTED, ready('RollingOut'))).toBeUndefined();
  });
});
