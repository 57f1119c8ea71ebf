import { renderManifest, toManifest, type ManifestInput } from '../render';
import { plannedChildren, resourceNeeds } from './planned';

const WHERE = { name: 'regtest', namespace: 'monero', cluster: 'dev' };

function planned(input: Partial<ManifestInput>) {
  return plannedChildren(toManifest({ ...WHERE, ...input } as ManifestInput));
}

describe('plannedChildren', () => {
  it('says what a network of 20 becomes', () => {
    expect(planned({ kind: 'MoneroNetwork', replicas: 20 })).toEqual([
      {
        kind: 'Node sets',
        text: '20 of one node each, regtest-0 to regtest-19',
      },
      { kind: 'Pods', text: '20 pods, on different machines where possible' },
      {
        kind: 'Volume claims',
        text: '20 × 1 GiB, kept when the network is removed',
      },
      { kind: 'Connections', text: '190: each member with the 19 others' },
      {
        kind: 'Services',
        text: 'P2P and restricted RPC of each member, its address, and one restricted RPC for all',
      },
      {
        kind: 'Network policies',
        text: 'let in members, wallets and metrics, nothing else',
      },
    ]);
  });

  it.each([
    [0, 'none', 'none: one member alone runs offline'],
    [1, '1 of one node, regtest-0', 'none: one member alone runs offline'],
    [
      2,
      '2 of one node each, regtest-0 to regtest-1',
      '1: the two are connected with each other',
    ],
  ])('says what a network of %i becomes', (replicas, sets, mesh) => {
    const texts = planned({ kind: 'MoneroNetwork', replicas }).map(
      ({ text }) => text,
    );
    expect([texts[0], texts[3]]).toEqual([sets, mesh]);
  });

  it('says what miners become, and where they go', () => {
    const solo = planned({ kind: 'MoneroMiningNodeSet', daemon: 'regtest-0' });
    expect(solo).toEqual([
      { kind: 'StatefulSet', text: '1 pod' },
      {
        kind: 'Network policy',
        text: 'lets in metrics, and out to node set regtest-0 and DNS, nothing else',
      },
      { kind: 'Service account', text: 'without rights in the cluster' },
    ]);
    const pool = planned({ kind: 'MoneroMiningNodeSet', pool: 'a:1' });
    expect(pool[1].text).toContain('out to the pool and DNS');
  });
});

describe('resourceNeeds', () => {
  it.each<[Partial<ManifestInput>, string]>([
    [
      { kind: 'MoneroNetwork', replicas: 20 },
      'Needs 20 × 1 GiB of disk and about 5 GiB of memory.',
    ],
    [
      { kind: 'MoneroMiningNodeSet', replicas: 10 },
      'Needs about 25 GiB of memory.',
    ],
    [
      {
        kind: 'MoneroMiningNodeSet',
        replicas: 10,
        args: ['--randomx-mode=light'],
      },
      'Needs about 3.8 GiB of memory.',
    ],
    [{ replicas: 2 }, 'Needs 2 × 400 GiB of disk and about 8 GiB of memory.'],
  ])('of %j', (input, sentence) => {
    const form = { ...WHERE, ...input } as ManifestInput;
    expect(resourceNeeds(toManifest(form))).toBe(sentence);
    expect(renderManifest(form)).toContain('name: regtest');
  });
});
