import {
  accept,
  network,
  networkOf,
  refuse,
  refuseUpdate,
  type ManifestCase,
} from './manifestCase';

const FIRST = 'spec.template.spec.monerod.args[0]';
const PEERS =
  'is set by the network: its members are connected with each other and with nobody else. Leave it out; nodes that meet others are a MoneroNodeSet.';
const PROXY =
  'would lead the members past each other: they are connected directly, and with nobody else. Leave it out.';

function withArgs(...args: string[]): object {
  return networkOf({ monerod: { args } });
}

function chainRefused(net: string): string {
  return `--${net} is refused: the members of a MoneroNetwork meet nobody but each other, and would never find ${net}. Leave it out, or create a MoneroNodeSet for ${net}.`;
}

/** Good and bad networks: their own rules, and samples of those that members have from node sets. */
export const NETWORK_CASES: readonly ManifestCase[] = [
  accept('a specification that leaves all open', network({})),
  accept('twenty members', network({ replicas: 20 })),
  accept('no member at all', network({ replicas: 0 })),
  accept('as many members as allowed', network({ replicas: 100 })),
  accept(
    'the arguments of a private chain',
    withArgs('--regtest', '--fixed-difficulty=1'),
  ),
  accept(
    'the network written twice',
    networkOf({ network: 'regtest', monerod: { args: ['--regtest'] } }),
  ),
  accept('null where a default stands', network({ template: null })),
  accept(
    'every field at once',
    network({
      replicas: 4,
      paused: true,
      template: {
        metadata: {
          labels: { study: 'propagation' },
          annotations: { 'utxo.com.br/owner': 'group:default/research' },
        },
        spec: {
          hardAntiAffinity: true,
          network: 'regtest',
          monerod: {
            image: 'docker.io/example/monerod:0.18.4.0',
            args: ['--log-level=1'],
            resources: { requests: { memory: '256Mi' } },
            prune: true,
          },
          diskSize: '2Gi',
          storageClass: 'fast',
          volumeRetention: 'Delete',
          service: { type: 'NodePort' },
          updateStrategy: { maxUnavailable: 2, waitForSync: false },
          podTemplate: { labels: { study: 'propagation' } },
          paused: true,
        },
      },
    }),
  ),
  accept('a name of 37 characters', network({}, `n${'0'.repeat(36)}`)),
  refuse(
    'a name of 38 characters',
    network({}, 'n'.repeat(38)),
    'metadata.name',
    "A network's name has at most 37 characters, because each member is a node set named after it, as in name-99, and that name has at most 40.",
  ),
  refuse(
    'a name with a dot',
    network({}, 'net.one'),
    'metadata.name',
    "'net.one' cannot name a network: use lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit.",
  ),
  refuse(
    'more members than allowed',
    network({ replicas: 101 }),
    'spec.replicas',
    'spec.replicas in body should be less than or equal to 100',
  ),
  refuse(
    'a negative number of members',
    network({ replicas: -1 }),
    'spec.replicas',
    'spec.replicas in body should be greater than or equal to 0',
  ),
  refuse(
    'a number of nodes for each member',
    networkOf({ replicas: 2 }),
    'spec.template.spec.replicas',
    'unknown field "spec.template.spec.replicas"',
  ),
  refuse(
    'peers of its own choice',
    networkOf({ peers: ['a:1'] }),
    'spec.template.spec.peers',
    'unknown field "spec.template.spec.peers"',
  ),
  refuse(
    'the arguments outside the template',
    network({ monerod: { args: ['--regtest'] } }),
    'spec.monerod',
    'unknown field "spec.monerod"',
  ),
  refuse(
    'a name for the members',
    network({ template: { metadata: { name: 'x' } } }),
    'spec.template.metadata.name',
    'unknown field "spec.template.metadata.name"',
  ),

  ...[
    '--add-exclusive-node=10.0.0.1:18080',
    '--add-priority-node=10.0.0.1:18080',
    '--add-peer=10.0.0.1:18080',
    '--seed-node=10.0.0.1:18080',
  ].map(arg =>
    refuse(
      `peers by ${arg}`,
      withArgs(arg),
      FIRST,
      `${arg.split('=')[0]} ${PEERS}`,
    ),
  ),
  ...['--out-peers=8', '--in-peers=8'].map(arg =>
    refuse(
      `fewer connections by ${arg}`,
      withArgs(arg),
      FIRST,
      `${
        arg.split('=')[0]
      } is set by the network: every member is connected with every other. Leave it out.`,
    ),
  ),
  refuse(
    'peers by an abbreviation',
    withArgs('--add-e=10.0.0.1:18080'),
    FIRST,
    `--add-exclusive-node ${PEERS}`,
  ),
  ...[
    '--proxy=10.0.0.1:9050',
    '--tx-proxy=tor,10.0.0.1:9050',
    '--anonymous-inbound=x.onion:18083,127.0.0.1:18083',
  ].map(arg =>
    refuse(
      `a way around by ${arg}`,
      withArgs(arg),
      FIRST,
      `${arg.split('=')[0]} ${PROXY}`,
    ),
  ),
  refuse(
    'members that are offline',
    withArgs('--offline'),
    FIRST,
    '--offline would cut the members off from each other. Leave it out: a network of one runs offline by itself.',
  ),
  refuse(
    'testnet by argument',
    withArgs('--testnet'),
    FIRST,
    chainRefused('testnet'),
  ),
  refuse(
    'stagenet by argument',
    withArgs('--stagenet'),
    FIRST,
    chainRefused('stagenet'),
  ),
  ...['mainnet', 'testnet', 'stagenet'].map(net =>
    refuse(
      `the members on ${net}`,
      networkOf({ network: net }),
      'spec.template.spec.network',
      `The members of a MoneroNetwork meet nobody but each other, and would never find ${net}: leave network out, or create a MoneroNodeSet for ${net}.`,
    ),
  ),
  refuse(
    'an unknown network',
    networkOf({ network: 'main' }),
    'spec.template.spec.network',
    'supported values: "mainnet", "testnet", "stagenet", "regtest"',
  ),

  refuse(
    'an argument that is no option',
    withArgs('--foo'),
    FIRST,
    '--foo is no option of monerod.',
  ),
  refuse(
    "an argument that is the operator's",
    withArgs('--data-dir=/x'),
    FIRST,
    "--data-dir is set by the operator: the chain lives on the node's own volume. Use diskSize to size it.",
  ),
  refuse(
    'an option twice',
    withArgs('--log-level=1', '--log-level=2'),
    'spec.template.spec.monerod.args',
    '--log-level may be given once only.',
  ),
  refuse(
    'a size that is none',
    networkOf({ diskSize: '5 GB' }),
    'spec.template.spec.diskSize',
    "'5 GB' is no size: write a number and, without a space, a unit, such as 400Gi.",
  ),

  accept('more members', network({ replicas: 21 }), network({ replicas: 20 })),
  accept('fewer members', network({ replicas: 1 }), network({ replicas: 20 })),
  accept('larger disks', networkOf({ diskSize: '2Gi' }), network({})),
  accept('other arguments', withArgs('--log-level=1'), withArgs('--regtest')),
  refuseUpdate('smaller disks', networkOf({ diskSize: '2Gi' }), network({}), {
    path: 'spec.template.spec.diskSize',
    message:
      'diskSize cannot shrink from 2Gi to 1Gi: a volume only grows. Write at least 2Gi.',
  }),
  refuseUpdate(
    'the way back from pruning',
    networkOf({ monerod: { prune: true } }),
    network({}),
    {
      path: 'spec.template.spec.monerod.prune',
      message:
        'prune cannot go back to false: pruned data is gone. Create another network for the whole chain.',
    },
  ),
  refuseUpdate(
    'another network',
    network({}),
    networkOf({ network: 'stagenet' }),
    {
      path: 'spec.template.spec.network',
      message:
        'The members of a MoneroNetwork meet nobody but each other, and would never find stagenet: leave network out, or create a MoneroNodeSet for stagenet.',
    },
  ),
];
