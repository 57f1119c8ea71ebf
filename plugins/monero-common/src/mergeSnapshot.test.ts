import { mergeSnapshot } from './mergeSnapshot';
import type { FleetItem, Snapshot } from './schemas';

const item = (name: string): FleetItem => ({
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'wallets',
  name,
  uid: name,
  replicas: 3,
  readyReplicas: 3,
  verdict: { state: 'Healthy', headline: 'All 3 nodes in sync.' },
  versions: [],
  paused: false,
  stale: false,
});
const answer = (differs: Partial<Snapshot>): Snapshot => ({
  epoch: 'run-1',
  revision: 1,
  complete: true,
  items: [],
  removed: [],
  clusters: [],
  ...differs,
});

describe('mergeSnapshot', () => {
  const first = mergeSnapshot(
    undefined,
    answer({ items: [item('a'), item('b')] }),
  );
  const names = (held: typeof first) =>
    [...held.items.values()].map(({ name }) => name);

  it('takes in what has changed and drops what is gone', () => {
    const next = mergeSnapshot(
      first,
      answer({
        complete: false,
        revision: 5,
        items: [item('c')],
        removed: [item('a')],
      }),
    );
    expect(names(next)).toEqual(['b', 'c']);
    expect(next.revision).toBe(5);
  });

  it('begins anew with a complete answer', () => {
    const next = mergeSnapshot(
      first,
      answer({ epoch: 'run-2', items: [item('z')] }),
    );
    expect(names(next)).toEqual(['z']);
    expect(next.epoch).toBe('run-2');
  });
});
