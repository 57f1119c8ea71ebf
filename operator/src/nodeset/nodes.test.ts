import { CURRENT, onTor, pod } from '../testing/nodeSets';
import { ContainerStatus, Pod } from '../machinery/kubeTypes';
import { nodesOf } from './nodes';

const monerod = (traits: Partial<ContainerStatus>): Pod['status'] => ({
  conditions: [{ type: 'Ready', status: 'False' }],
  containerStatuses: [{ name: 'monerod', ...traits }],
});

const view = (given: Pod) => nodesOf('nodes', [given], CURRENT)[0];

describe('nodesOf', () => {
  it.each([
    ['in sync', pod(0), true, true, undefined],
    ['behind', pod(0, { ready: 'False' }), false, false, undefined],
    ['relaying', pod(0, onTor(true)), true, true, true],
    ['keeping transactions', pod(0, onTor(false)), true, false, false],
    ['ending', pod(0, { terminating: true }), false, false, undefined],
  ] as const)(
    'tells in sync from serving: %s',
    (_what, given, inSync, serving, relaying) => {
      const { inSync: a, serving: b, relaying: c } = view(given);
      expect([a, b, c]).toEqual([inSync, serving, relaying]);
    },
  );

  it.each<[string, Pod, string, string]>([
    ['a ready pod', pod(0), 'InSync', ''],
    [
      'a ready pod on its way out',
      pod(0, { terminating: true }),
      'Terminating',
      'being stopped',
    ],
    [
      'a lost machine',
      pod(1, { ready: 'Unknown' }),
      'Unknown',
      'node-1 does not report',
    ],
    [
      'a daemon that is behind',
      pod(0, { ready: 'False' }),
      'Syncing',
      'not in sync',
    ],
    [
      'no machine for it',
      pod(0, {
        status: {
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
            },
          ],
        },
      }),
      'Pending',
      'No machine can take it: 0/3 nodes are available',
    ],
    ['a node that relays', pod(0, onTor(true)), 'InSync', ''],
    [
      'a node that would keep transactions to itself',
      pod(0, onTor(false, ['tor', 'i2pd'])),
      'InSync',
      'has no outgoing peer over Tor or I2P',
    ],
    [
      'a sidecar that is connecting',
      pod(0, {
        status: {
          initContainerStatuses: [
            { name: 'tor', started: false, state: { running: {} } },
          ],
        },
      }),
      'Starting',
      'tor is connecting to its network',
    ],
    [
      'a sidecar that cannot start',
      pod(0, {
        status: {
          initContainerStatuses: [
            {
              name: 'i2pd',
              state: { waiting: { reason: 'ErrImagePull', message: 'no' } },
            },
          ],
        },
      }),
      'Starting',
      'Container i2pd: ErrImagePull, no',
    ],
    ['a new pod', pod(0, { status: {} }), 'Pending', 'preparing'],
    [
      'containers being created',
      pod(0, {
        status: monerod({
          state: { waiting: { reason: 'ContainerCreating' } },
        }),
      }),
      'Pending',
      'preparing',
    ],
    [
      'an image that cannot be had',
      pod(0, {
        status: monerod({
          state: { waiting: { reason: 'ErrImagePull', message: 'not found' } },
        }),
      }),
      'Starting',
      'Container monerod: ErrImagePull, not found',
    ],
    [
      'a crash loop',
      pod(0, {
        status: monerod({
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: { terminated: { reason: 'Error', exitCode: 1 } },
        }),
      }),
      'Starting',
      'keeps ending (Error, exit code 1)',
    ],
    [
      'a daemon that does not answer yet',
      pod(0, { status: monerod({ started: false, state: { running: {} } }) }),
      'Starting',
      'opening its database',
    ],
  ])('%s', (_, given, phase, message) => {
    const node = view(given);
    expect(node.phase).toBe(phase);
    expect(node.message ?? '').toContain(message);
    expect(node.message === undefined).toBe(message === '');
    expect(node.inSync).toBe(phase === 'InSync');
  });

  it('orders by number, and leaves out what only looks like a node', () => {
    const stranger = pod(0);
    stranger.metadata.name = 'nodes-rpc-0';
    const nodes = nodesOf('nodes', [pod(10), pod(2), stranger], CURRENT);
    expect(nodes.map(node => node.ordinal)).toEqual([2, 10]);
  });

  it('tells old revisions from the current one, once that is known', () => {
    const old = pod(0, { revision: 'nodes-old' });
    expect(view(old).outdated).toBe(true);
    expect(view(pod(0)).outdated).toBe(false);
    expect(nodesOf('nodes', [old], undefined)[0].outdated).toBe(false);
  });

  describe('of which one ran alone, offline', () => {
    const withArgs = (ordinal: number, revision: string, args: string[]) => {
      const each = pod(ordinal, { revision });
      return {
        ...each,
        spec: { ...each.spec, containers: [{ name: 'monerod', args }] },
      };
    };
    const alone = withArgs(0, 'nodes-old', ['--regtest', '--offline']);

    it('counts it as in sync until others are there', () => {
      expect(nodesOf('nodes', [alone], CURRENT)[0].inSync).toBe(true);
    });

    it('has it replaced at once when they are: they would wait for it', () => {
      const second = withArgs(1, CURRENT, ['--regtest']);
      const [first] = nodesOf('nodes', [alone, second], CURRENT);
      expect(first).toMatchObject({
        inSync: false,
        running: false,
        outdated: true,
        message: 'It runs alone, and is about to join the others.',
      });
    });

    it('says nothing of nodes whose author wants them offline', () => {
      const wanted = [0, 1].map(i => withArgs(i, CURRENT, ['--offline']));
      const nodes = nodesOf('nodes', wanted, CURRENT);
      expect(nodes.map(({ inSync }) => inSync)).toEqual([true, true]);
    });
  });
});
