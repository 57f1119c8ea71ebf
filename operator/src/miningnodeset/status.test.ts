import { MoneroMiningNodeSetStatus } from '@monero-portal/monero-api';
import { StatefulSet } from '../machinery/kubeTypes';
import {
  CURRENT,
  daemon,
  daemonNetwork,
  minerPod,
  MinerTraits,
  miningNodeSet,
  ON_NETWORK,
  SOLO,
  WALLET,
} from '../testing/miningNodeSets';
import { keepDaemon, walletFinding } from './daemon';
import { minersOf } from './miners';
import { statusOf } from './status';

const NOW = Date.UTC(2026, 0, 1, 12);
const current: StatefulSet = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'miners', generation: 2 },
  status: { observedGeneration: 2, updateRevision: CURRENT },
};

interface Changes {
  set?: ReturnType<typeof miningNodeSet>;
  statefulSet?: StatefulSet | null;
  node?: ReturnType<typeof daemon> | null;
  obstacle?: { reason: string; message: string };
}

function status(
  pods: MinerTraits[],
  {
    set = miningNodeSet(),
    statefulSet = current,
    node = daemon(1),
    obstacle,
  }: Changes = {},
): MoneroMiningNodeSetStatus {
  return statusOf(
    {
      set,
      statefulSet: statefulSet ?? undefined,
      miners: minersOf(
        'miners',
        pods.map((traits, index) => minerPod(index, traits)),
        CURRENT,
      ),
      daemon: node ?? undefined,
      image: 'xmrig:1',
      obstacle,
    },
    NOW,
  );
}

const find = (of: MoneroMiningNodeSetStatus, type: string) =>
  of.conditions?.find(condition => condition.type === type);
const IDLE = { ready: 'False' } as const;
const waiting = (reason: string) => ({
  conditions: [{ type: 'Ready', status: 'False' }],
  containerStatuses: [{ name: 'xmrig', state: { waiting: { reason } } }],
});

describe('statusOf a mining set', () => {
  it('is ready when every wanted miner mines', () => {
    const result = status([{}, {}]);
    expect(result).toMatchObject({
      observedGeneration: 1,
      replicas: 2,
      readyReplicas: 2,
      updatedReplicas: 2,
      selector:
        'app.kubernetes.io/name=xmrig,app.kubernetes.io/instance=miners',
      resolved: { image: 'xmrig:1', daemon: 'nodes-rpc.monero.svc:18089' },
    });
    expect(find(result, 'Ready')).toMatchObject({
      status: 'True',
      reason: 'AllMining',
      message: 'All 2 miners mine.',
    });
    expect(find(result, 'DaemonReady')).toMatchObject({ status: 'True' });
    expect(find(result, 'Stalled')).toMatchObject({ status: 'False' });
  });

  it.each<[string, MinerTraits[], Changes, string, string]>([
    [
      'the daemon is not there',
      [{}, {}],
      { node: null },
      'DaemonMissing',
      'There is no MoneroNodeSet nodes in namespace monero: create it, or name another in daemonRef.',
    ],
    [
      'the daemon is not in sync',
      [IDLE, IDLE],
      { node: daemon(0) },
      'DaemonNotReady',
      'No node of nodes is in sync yet; miners get work when one is.',
    ],
    [
      'the network is not there',
      [{}, {}],
      { set: miningNodeSet(ON_NETWORK), node: null },
      'DaemonMissing',
      'There is no MoneroNetwork regtest in namespace monero: create it, or name another in daemonRef.',
    ],
    [
      'no member is in sync',
      [IDLE, IDLE],
      { set: miningNodeSet(ON_NETWORK), node: daemonNetwork(0) },
      'DaemonNotReady',
      'No member of regtest is in sync yet; miners get work when one is.',
    ],
    [
      'nothing was made yet',
      [],
      { statefulSet: null },
      'Creating',
      'The miners are being created.',
    ],
    ['a pod is missing', [{}], {}, 'Creating', '1 of 2 miners has no pod yet.'],
    [
      'a change is under way',
      [{}, { revision: 'miners-old' }],
      {},
      'RollingOut',
      '1 of 2 miners replaced.',
    ],
    [
      'one does not mine',
      [{}, IDLE],
      {},
      'NotMining',
      '1 of 2 miners mine. miners-1: xmrig runs and does not mine yet; the log of its exporter says why.',
    ],
    [
      'no machine has room',
      [
        IDLE,
        {
          status: {
            conditions: [
              { type: 'PodScheduled', status: 'False', message: 'no memory.' },
            ],
          },
        },
      ],
      {},
      'NotMining',
      '0 of 2 miners mine. miners-1: No machine can take it: no memory.',
    ],
    [
      'the image cannot be had',
      [{}, { status: waiting('ImagePullBackOff') }],
      {},
      'NotMining',
      '1 of 2 miners mine. miners-1: Container xmrig: ImagePullBackOff. Correct spec.xmrig.image; the change replaces this pod at once.',
    ],
    [
      'the name of the daemon does not resolve',
      [
        {},
        {
          status: {
            ...waiting('PodInitializing'),
            initContainerStatuses: [
              { name: 'daemon-name', state: { running: {} } },
            ],
          },
        },
      ],
      {},
      'NotMining',
      '1 of 2 miners mine. miners-1: It waits until the name of its daemon resolves.',
    ],
    [
      'one is too many',
      [{}, {}, { terminating: true }],
      {},
      'ScalingDown',
      '1 miner is being removed.',
    ],
  ])('says that %s', (_what, pods, changes, reason, message) => {
    expect(find(status(pods, changes), 'Ready')).toMatchObject({
      status: 'False',
      reason,
      message,
    });
  });

  it('asks for no daemon when no miners are wanted, or they mine at a pool', () => {
    const none = miningNodeSet({ ...SOLO, replicas: 0 });
    expect(find(status([], { set: none, node: null }), 'Ready')).toMatchObject({
      status: 'True',
      reason: 'NoMinersWanted',
    });
    const pool = miningNodeSet({ replicas: 1, xmrig: { args: ['-o', 'a:1'] } });
    const result = status([{}], { set: pool, node: null });
    expect(find(result, 'Ready')).toMatchObject({
      message: 'The miner mines.',
    });
    expect(find(result, 'DaemonReady')).toBeUndefined();
    expect(result.resolved).toEqual({ image: 'xmrig:1' });
  });
});

describe('walletFinding', () => {
  it('is silent where wallet and network go together, or nobody can tell', () => {
    const set = miningNodeSet();
    expect(
      walletFinding(set, daemon(1, { network: 'regtest' })),
    ).toBeUndefined();
    expect(walletFinding(set, daemon(1, {}))).toBeUndefined();
    expect(walletFinding(set, undefined)).toBeUndefined();
    expect(
      walletFinding(miningNodeSet(ON_NETWORK), daemonNetwork(1)),
    ).toBeUndefined();
  });

  it('needs no more of a node set than is kept of it', () => {
    const args = ['--testnet'];
    const image = 'example.org/monerod:1';
    const whole = daemon(1, { diskSize: '1Gi', monerod: { args, image } });
    const kept = keepDaemon(whole);
    expect(kept).not.toHaveProperty('spec.diskSize');
    expect(walletFinding(miningNodeSet(), kept)).toEqual(
      walletFinding(miningNodeSet(), whole),
    );
    expect(kept.status).toEqual({ readyReplicas: 1 });
  });

  it('knows that networks are on regtest', () => {
    const wallet = `5${WALLET.slice(1)}`;
    const set = miningNodeSet({ ...ON_NETWORK, wallet });
    expect(walletFinding(set, daemonNetwork(1))?.message).toContain(
      'regtest is on regtest, where primary addresses begin with 4;',
    );
  });

  it('names the network that the wallet is not of', () => {
    const args = ['--testnet'];
    const finding = walletFinding(
      miningNodeSet(),
      daemon(1, { monerod: { args } }),
    );
    expect(finding).toEqual({
      reason: 'WalletOfOtherNetwork',
      message:
        'nodes is on testnet, where primary addresses begin with 9 or A; wallet begins with 4. Write an address of that network.',
    });
  });
});
