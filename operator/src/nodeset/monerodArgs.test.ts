import { nodeSet } from '../testing/nodeSets';
import { monerodArgs } from './monerodArgs';
import { peersFile, peersOf } from './peers';

const args = (...given: Parameters<typeof nodeSet>) =>
  monerodArgs(nodeSet(...given).spec);

describe('monerodArgs', () => {
  it('keeps the full RPC inside of the pod', () => {
    const all = args();
    expect(all).toContain('--rpc-bind-ip=127.0.0.1');
    expect(all).toContain('--rpc-restricted-bind-port=18089');
    expect(all).not.toContain('--confirm-external-bind');
  });

  it.each([
    ['mainnet', [], '18081'],
    ['testnet', ['--testnet'], '28081'],
    ['stagenet', ['--stagenet'], '38081'],
    ['regtest', ['--regtest', '--keep-fakechain'], '18081'],
  ] as const)('puts it on %s', (network, flags, port) => {
    const all = args({ network });
    expect(all).toEqual(expect.arrayContaining([...flags]));
    expect(all).toContain(`--rpc-bind-port=${port}`);
    expect(all.includes('--keep-fakechain')).toBe(network === 'regtest');
  });

  it('gives no option twice, however the user wrote it', () => {
    const all = args({
      monerod: {
        args: ['--fixed-diff', '7', '--max-connections-per-ip=3', '--no-igd'],
      },
    });
    const names = all.map(arg => arg.split('=')[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(all).toContain('--fixed-difficulty=7');
    expect(all).toContain('--max-connections-per-ip=3');
  });

  it("keeps the order of the user's own, after the operator's", () => {
    const own = ['--out-peers=8', '--add-peer=a:1', '--add-peer=b:2'];
    expect(args({ monerod: { args: own } }).slice(-3)).toEqual(own);
  });

  it('is offline alone on regtest, and nowhere else', () => {
    expect(args({ replicas: 1 })).toContain('--offline');
    expect(args({ replicas: 2 })).not.toContain('--offline');
    expect(args({ replicas: 1, network: 'mainnet' })).not.toContain(
      '--offline',
    );
  });

  it('keeps more than twelve peers in a closed net, and leaves that to monerod elsewhere', () => {
    expect(args({ replicas: 100 })).toContain('--out-peers=256');
    expect(args({ network: 'mainnet' }).join()).not.toContain('--out-peers');
  });

  it('is not offline alone when it was given peers', () => {
    expect(args({ replicas: 1, peers: ['a.b.svc:18080'] })).not.toContain(
      '--offline',
    );
  });

  it('does not change with the peers that it was given', () => {
    const of = (...peers: string[]) => args({ replicas: 1, peers });
    expect(of('a:1')).toEqual(of('b:2', 'c:3'));
  });

  it('does not change when a set of several grows', () => {
    expect(args({ replicas: 3 })).toEqual(args({ replicas: 9 }));
  });

  it('prunes when asked', () => {
    const monerod = { prune: true };
    expect(args({ network: 'mainnet', monerod })).toContain(
      '--prune-blockchain',
    );
  });
});

describe('peers', () => {
  it('connects every pair', () => {
    for (const replicas of [2, 3, 7]) {
      const pairs = new Set<string>();
      for (let i = 0; i < replicas; i += 1) {
        for (const j of peersOf(i, replicas)) {
          expect(j).toBeLessThan(replicas);
          pairs.add([i, j].sort().join());
        }
      }
      expect(pairs.size).toBe((replicas * (replicas - 1)) / 2);
    }
  });

  it('leaves every list as it is when a set of several grows', () => {
    for (const i of [0, 1, 2]) {
      expect(peersFile(nodeSet({ replicas: 3 }), i)).toBe(
        peersFile(nodeSet({ replicas: 4 }), i),
      );
    }
  });

  it('names peers by their own Services', () => {
    expect(peersFile(nodeSet(), 2)).toBe(
      [
        '# All that this node connects to.',
        'add-exclusive-node=nodes-0-p2p.monero.svc:18080',
        'add-exclusive-node=nodes-1-p2p.monero.svc:18080',
        '',
      ].join('\n'),
    );
  });

  it('are nobody on regtest alone, and strangers on public networks', () => {
    expect(peersFile(nodeSet({ replicas: 1 }), 0)).not.toContain('add-');
    expect(peersFile(nodeSet({ network: 'mainnet' }), 1)).not.toContain('add-');
  });

  it('are those that the set was given too, the only ones on regtest', () => {
    const peers = ['a.b.svc:18080', '10.0.0.1:1'];
    expect(peersFile(nodeSet({ replicas: 2, peers }), 1)).toBe(
      [
        '# All that this node connects to.',
        'add-exclusive-node=nodes-0-p2p.monero.svc:18080',
        'add-exclusive-node=a.b.svc:18080',
        'add-exclusive-node=10.0.0.1:1',
        '',
      ].join('\n'),
    );
    expect(peersFile(nodeSet({ network: 'stagenet', peers }), 1)).toBe(
      [
        '# Peers are found on the network.',
        'add-priority-node=a.b.svc:18080',
        'add-priority-node=10.0.0.1:1',
        '',
      ].join('\n'),
    );
  });
});
