import { needsOfNodeSet, plannedOfNodeSet } from './nodeSet';

describe('plannedOfNodeSet', () => {
  it('says what three nodes on machines of their own become', () => {
    expect(plannedOfNodeSet({ replicas: 3, hardAntiAffinity: true })).toEqual([
      { kind: 'StatefulSet', text: '3 pods, one per machine' },
      {
        kind: 'Volume claims',
        text: '3 × 400 GiB, kept when the set is removed',
      },
      { kind: 'Services', text: 'P2P, restricted RPC (in-sync nodes only)' },
      { kind: 'Config map', text: 'peers and settings of each node' },
      { kind: 'Disruption budget', text: 'at most 1 node out at a time' },
      {
        kind: 'Network policy',
        text: 'lets in peers, wallets and metrics, nothing else',
      },
      { kind: 'Service account', text: 'without rights in the cluster' },
    ]);
  });

  it('says what one node becomes', () => {
    const texts = plannedOfNodeSet({
      volumeRetention: 'Delete',
      monerod: { prune: true },
      service: { type: 'NodePort' },
    }).map(child => child.text);
    expect(texts).toEqual([
      '1 pod',
      '160 GiB, deleted with the set',
      'P2P, restricted RPC by NodePort (in-sync nodes only)',
      'peers and settings of each node',
      'lets in peers, wallets and metrics, nothing else',
      'without rights in the cluster',
    ]);
  });

  it('says what Tor and I2P add', () => {
    const added = (spec: Parameters<typeof plannedOfNodeSet>[0]) =>
      plannedOfNodeSet(spec)
        .filter(({ kind }) => /Tor|I2P/.test(kind))
        .map(({ text }) => text);
    expect(
      added({
        replicas: 3,
        tor: { enabled: true, rpc: true },
        i2p: { enabled: true, secretRef: { name: 'mine' } },
      }),
    ).toEqual([
      'an onion address for each node, with keys made once and kept in a Secret',
      'an I2P address for each node, with the keys in the Secret mine',
      '1 pod that leads wallets from one onion address to any node in sync',
    ]);
    expect(added({ tor: { enabled: true, rpc: true } })).toHaveLength(1);
    expect(added({ tor: { rpc: true } })).toEqual([]);
  });

  it('says what a stopped set becomes', () => {
    expect(plannedOfNodeSet({ replicas: 0 }).slice(0, 2)).toEqual([
      { kind: 'StatefulSet', text: 'no pods' },
      { kind: 'Volume claims', text: 'none now; kept when the set is removed' },
    ]);
  });

  it('says that a private chain has no other peers', () => {
    const policy = plannedOfNodeSet({ network: 'regtest' }).find(
      child => child.kind === 'Network policy',
    );
    expect(policy?.text).toBe(
      'lets in peers of this set, wallets and metrics, nothing else',
    );
  });

  it('shows a size that is none as it was written', () => {
    expect(plannedOfNodeSet({ diskSize: '5 GB' })[1].text).toMatch(/^5 GB, /);
  });
});

describe('needsOfNodeSet', () => {
  it.each([
    [{ replicas: 3 }, 'Needs 3 × 400 GiB of disk and about 12 GiB of memory.'],
    [{}, 'Needs 400 GiB of disk and about 4 GiB of memory.'],
    [
      { replicas: 3, network: 'regtest' },
      'Needs 3 × 1 GiB of disk and about 768 MiB of memory.',
    ],
    [{ replicas: 0 }, 'Needs nothing while none runs.'],
    [{ diskSize: '5 GB' }, 'Needs about 4 GiB of memory.'],
    [
      { monerod: { resources: { requests: { memory: 1073741824 } } } },
      'Needs 400 GiB of disk and about 1 GiB of memory.',
    ],
    [
      { monerod: { resources: { limits: { cpu: 1 } } } },
      'Needs 400 GiB of disk.',
    ],
  ] as const)('of %j', (spec, sentence) => {
    expect(needsOfNodeSet(spec)).toBe(sentence);
  });
});
