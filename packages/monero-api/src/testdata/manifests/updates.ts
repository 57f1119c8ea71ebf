import {
  accept,
  nodeSet,
  refuseUpdate,
  withArgs,
  type ManifestCase,
} from './manifestCase';

const STAYS =
  'the volumes hold the chain of one network. Create another node set.';

function shrinks(from: string, to: string) {
  return {
    path: 'spec.diskSize',
    message: `diskSize cannot shrink from ${from} to ${to}: a volume only grows. Write at least ${from}.`,
  };
}

/** Changes of what exists. */
export const UPDATE_CASES: readonly ManifestCase[] = [
  accept('more replicas', nodeSet({ replicas: 5 }), nodeSet({ replicas: 3 })),
  accept(
    'no change',
    nodeSet({ diskSize: '10Gi' }),
    nodeSet({ diskSize: '10Gi' }),
  ),
  accept(
    'a larger disk',
    nodeSet({ diskSize: '500Gi' }),
    nodeSet({ diskSize: '400Gi' }),
  ),
  accept(
    'the same size in another unit',
    nodeSet({ diskSize: '1024Gi' }),
    nodeSet({ diskSize: '1Ti' }),
  ),
  accept(
    'the default size written out',
    nodeSet({ diskSize: '400Gi' }),
    nodeSet({}),
  ),
  accept(
    'the default size left out',
    nodeSet({}),
    nodeSet({ diskSize: '400Gi' }),
  ),
  accept(
    'pruning with the size kept',
    nodeSet({ monerod: { prune: true }, diskSize: '400Gi' }),
    nodeSet({}),
  ),
  accept(
    'the network written out',
    nodeSet({ network: 'mainnet' }),
    nodeSet({}),
  ),
  accept(
    'the network moved from the arguments to its field',
    nodeSet({ network: 'regtest' }),
    withArgs('--regtest'),
  ),
  accept(
    'other arguments',
    withArgs('--out-peers=8'),
    withArgs('--public-node'),
  ),
  refuseUpdate(
    'a smaller disk',
    nodeSet({ diskSize: '400Gi' }),
    nodeSet({ diskSize: '399Gi' }),
    shrinks('400Gi', '399Gi'),
  ),
  refuseUpdate(
    'a disk that is smaller in other units',
    nodeSet({ diskSize: '400Gi' }),
    nodeSet({ diskSize: '400G' }),
    shrinks('400Gi', '400G'),
  ),
  refuseUpdate(
    'a disk below the default that held',
    nodeSet({}),
    nodeSet({ diskSize: '100Gi' }),
    shrinks('400Gi', '100Gi'),
  ),
  refuseUpdate(
    'a large size left out',
    nodeSet({ diskSize: '1Ti' }),
    nodeSet({}),
    shrinks('1Ti', '400Gi'),
  ),
  refuseUpdate(
    'pruning that would shrink the default size',
    nodeSet({}),
    nodeSet({ monerod: { prune: true } }),
    shrinks('400Gi', '160Gi'),
  ),
  refuseUpdate(
    'the way back from pruning',
    nodeSet({ monerod: { prune: true } }),
    nodeSet({ monerod: { prune: false } }),
    {
      path: 'spec.monerod.prune',
      message:
        'prune cannot go back to false: pruned data is gone. Create another node set for the whole chain.',
    },
  ),
  refuseUpdate(
    'pruning left out after it was on',
    nodeSet({ monerod: { prune: true } }),
    nodeSet({}),
    {
      path: 'spec.monerod.prune',
      message:
        'prune cannot go back to false: pruned data is gone. Create another node set for the whole chain.',
    },
  ),
  refuseUpdate(
    'another network',
    nodeSet({ network: 'testnet' }),
    nodeSet({ network: 'stagenet' }),
    {
      path: 'spec.network',
      message: `The network cannot change from testnet to stagenet: ${STAYS}`,
    },
  ),
  refuseUpdate(
    'another network by argument',
    nodeSet({}),
    withArgs('--regtest'),
    {
      path: 'spec.network',
      message: `The network cannot change from mainnet to regtest: ${STAYS}`,
    },
  ),
  refuseUpdate(
    'a size that is none over one that is',
    nodeSet({ diskSize: '10Gi' }),
    nodeSet({ diskSize: 'ten' }),
    {
      path: 'spec.diskSize',
      message:
        "'ten' is no size: write a number and, without a space, a unit, such as 400Gi.",
    },
  ),
  refuseUpdate(
    'a new bad argument beside the old ones',
    withArgs('--public-node'),
    withArgs('--public-node', '--detach'),
    {
      path: 'spec.monerod.args[1]',
      message:
        '--detach is set by the operator: Kubernetes runs and watches monerod. Leave it out.',
    },
  ),
];
