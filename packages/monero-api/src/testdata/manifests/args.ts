import {
  accept,
  nodeSet,
  refuse,
  withArgs,
  type ManifestCase,
} from './manifestCase';

const FIRST = 'spec.monerod.args[0]';
const LIST = 'spec.monerod.args';
const SPACE =
  'holds a space: write --option=value, or the value as an item of its own.';
const ORPHAN =
  'belongs to no option: an argument begins with --, or is the value of the option right before it.';
const RPC_LISTENER =
  'is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.';

/** Arguments of monerod: what it would take, and what it or the operator would not. */
export const ARGUMENT_CASES: readonly ManifestCase[] = [
  accept('no arguments', nodeSet({ monerod: {} })),
  accept('an empty list of arguments', withArgs()),
  accept('a switch', withArgs('--public-node')),
  accept('an unambiguous abbreviation', withArgs('--public')),
  accept('the shortest abbreviation', withArgs('--pu')),
  accept('an option with its value', withArgs('--out-peers=64')),
  accept('a value as an item of its own', withArgs('--out-peers', '64')),
  accept('an abbreviated option with a value', withArgs('--out-p', '64')),
  accept('a negative number as a value', withArgs('--out-peers', '-1')),
  accept(
    'a value with an equals sign in it',
    withArgs('--bootstrap-daemon-login=user:a=1'),
  ),
  accept('a value with a space in it', withArgs('--log-level=0, p2p:INFO')),
  accept('an option whose name begins others', withArgs('--proxy=10.0.0.1:9')),
  accept(
    'a longer option that begins with another',
    withArgs('--limit-rate=1', '--limit-rate-up=2', '--limit-rate-d=3'),
  ),
  accept(
    'a repeatable option twice',
    withArgs('--add-peer=10.0.0.1:18080', '--add-peer', '10.0.0.2:18080'),
  ),
  accept(
    'the same repeatable option with the same value',
    withArgs('--seed-node=a:1', '--seed-node=a:1'),
  ),
  accept('regtest with its helpers', withArgs('--regtest', '--fixed-diff=1')),
  accept(
    'options of later versions',
    withArgs('--rpc-max-connections=200', '--rpc-response-soft-limit=1'),
  ),
  accept(
    'as many arguments as allowed',
    withArgs(...Array.from({ length: 64 }, (_, i) => `--add-peer=10.0.0.${i}`)),
  ),
  accept(
    'as many arguments as allowed, each as long as allowed',
    withArgs(
      ...Array.from({ length: 64 }, () => `--add-peer=${'a'.repeat(245)}`),
    ),
  ),
  accept(
    'a network field that agrees with the arguments',
    nodeSet({ network: 'stagenet', monerod: { args: ['--stagenet'] } }),
  ),
  accept(
    'a network field without a word in the arguments',
    nodeSet({ network: 'testnet', monerod: { args: ['--out-peers=8'] } }),
  ),

  refuse(
    'an unknown option',
    withArgs('--foo'),
    FIRST,
    '--foo is no option of monerod.',
  ),
  refuse(
    'an unknown option with a value',
    withArgs('--peers=3'),
    FIRST,
    '--peers is no option of monerod.',
  ),
  refuse(
    'an option of the wallet',
    withArgs('--public-node', '--daemon-address=localhost:18081'),
    'spec.monerod.args[1]',
    '--daemon-address is no option of monerod.',
  ),
  refuse(
    'capital letters',
    withArgs('--Out-Peers=3'),
    FIRST,
    '--Out-Peers is no option of monerod.',
  ),
  refuse(
    'two hyphens alone',
    withArgs('--'),
    FIRST,
    '-- is no option of monerod.',
  ),
  refuse(
    'a value without a name',
    withArgs('--=3'),
    FIRST,
    '-- is no option of monerod.',
  ),
  refuse(
    'a quoted option',
    withArgs('--"public-node"'),
    FIRST,
    '--"public-node" is no option of monerod.',
  ),
  refuse(
    'an ambiguous abbreviation',
    withArgs('--limit=3'),
    FIRST,
    '--limit could mean --limit-rate, --limit-rate-down, --limit-rate-up: write it in full.',
  ),
  refuse(
    'an abbreviation that could mean an owned option',
    withArgs('--no-igd', '--rpc-s'),
    'spec.monerod.args[1]',
    '--rpc-s could mean --rpc-ssl, --rpc-ssl-allow-any-cert, --rpc-ssl-allow-chained, --rpc-ssl-allowed-fingerprints, --rpc-ssl-ca-certificates, --rpc-ssl-certificate, --rpc-ssl-private-key: write it in full.',
  ),
  refuse(
    'option and value in one item',
    withArgs('--out-peers 64'),
    FIRST,
    `'--out-peers 64' ${SPACE}`,
  ),
  refuse(
    'a space after a switch',
    withArgs('--public-node '),
    FIRST,
    `'--public-node ' ${SPACE}`,
  ),
  refuse(
    'a line break in an option',
    withArgs('--public-node\n--no-igd'),
    FIRST,
    'The name of an option holds a line break: write each argument as an item of its own.',
  ),
  refuse(
    'a switch with a value',
    withArgs('--public-node=true'),
    FIRST,
    '--public-node takes no value: it is either there or not.',
  ),
  refuse(
    'an abbreviated switch with an empty value',
    withArgs('--enable-dns='),
    FIRST,
    '--enable-dns takes no value: it is either there or not.',
  ),
  refuse(
    'an option with an empty value',
    withArgs('--out-peers='),
    FIRST,
    '--out-peers needs a value after the equals sign.',
  ),
  refuse('a word of no option', withArgs('status'), LIST, `'status' ${ORPHAN}`),
  refuse(
    'one hyphen',
    withArgs('-public-node'),
    LIST,
    `'-public-node' ${ORPHAN}`,
  ),
  refuse(
    'a typographic dash',
    withArgs('—public-node'),
    LIST,
    `'—public-node' ${ORPHAN}`,
  ),
  refuse(
    'a value after a switch',
    withArgs('--public-node', 'true'),
    LIST,
    `'true' ${ORPHAN}`,
  ),
  refuse(
    'a second value',
    withArgs('--out-peers', '3', '4'),
    LIST,
    `'4' ${ORPHAN}`,
  ),
  refuse(
    'a value after a value',
    withArgs('--out-peers=3', '4'),
    LIST,
    `'4' ${ORPHAN}`,
  ),
  refuse(
    'an option without its value at the end',
    withArgs('--public-node', '--out-peers'),
    LIST,
    '--out-peers needs a value: write --out-peers=VALUE.',
  ),
  refuse(
    'an option without its value before another',
    withArgs('--in-peers', '--public-node'),
    LIST,
    '--in-peers needs a value: write --in-peers=VALUE.',
  ),
  refuse(
    'a word where a number belongs',
    withArgs('--out-peers=many'),
    FIRST,
    '--out-peers takes a whole number.',
  ),
  refuse(
    'half a number',
    withArgs('--public-node', '--limit-rate=1.5'),
    'spec.monerod.args[1]',
    '--limit-rate takes a whole number.',
  ),
  refuse(
    'a number with its unit',
    withArgs('--limit-rate-down=32MB'),
    FIRST,
    '--limit-rate-down takes a whole number.',
  ),
  refuse(
    'a word where a number belongs, as an item of its own',
    withArgs('--in-p', 'many'),
    LIST,
    '--in-p takes a whole number.',
  ),
  refuse(
    'a switch twice',
    withArgs('--no-igd', '--no-igd'),
    LIST,
    '--no-igd may be given once only.',
  ),
  refuse(
    'an option twice, once abbreviated',
    withArgs('--out-peers=8', '--out-p', '9'),
    LIST,
    '--out-peers may be given once only.',
  ),
  {
    name: 'refuse two options twice',
    manifest: withArgs(
      '--out-peers=8',
      '--no-igd',
      '--out-peers=9',
      '--no-igd',
    ),
    expected: [
      { path: LIST, message: '--out-peers may be given once only.' },
      { path: LIST, message: '--no-igd may be given once only.' },
    ],
  },
  refuse(
    'two networks',
    withArgs('--testnet', '--stagenet'),
    LIST,
    '--testnet and --stagenet exclude each other: a node is on one network.',
  ),
  refuse(
    'a network field that contradicts the arguments',
    nodeSet({ network: 'mainnet', monerod: { args: ['--regtest'] } }),
    'spec.network',
    'network is mainnet, but the arguments say --regtest: remove one of them.',
  ),
  refuse(
    'a network field that contradicts an abbreviation',
    nodeSet({ network: 'regtest', monerod: { args: ['--stage'] } }),
    'spec.network',
    'network is regtest, but the arguments say --stagenet: remove one of them.',
  ),

  refuse(
    'the data directory',
    withArgs('--data-dir=/mnt/xmr'),
    FIRST,
    "--data-dir is set by the operator: the chain lives on the node's own volume. Use diskSize to size it.",
  ),
  refuse(
    'the data directory, abbreviated',
    withArgs('--public-node', '--data', '/mnt'),
    'spec.monerod.args[1]',
    "--data-dir is set by the operator: the chain lives on the node's own volume. Use diskSize to size it.",
  ),
  refuse(
    'a configuration file',
    withArgs('--config-file=/etc/monerod.conf'),
    FIRST,
    '--config-file is set by the operator: it hands each node its peers that way. Write the settings as arguments.',
  ),
  refuse(
    'the address of the RPC',
    withArgs('--rpc-bind-ip=0.0.0.0'),
    FIRST,
    `--rpc-bind-ip ${RPC_LISTENER}`,
  ),
  refuse(
    'the restricted port',
    withArgs('--rpc-restricted-bind-port=1'),
    FIRST,
    `--rpc-restricted-bind-port ${RPC_LISTENER}`,
  ),
  refuse(
    'an external bind',
    withArgs('--confirm-ext'),
    FIRST,
    `--confirm-external-bind ${RPC_LISTENER}`,
  ),
  refuse(
    'the P2P port',
    withArgs('--p2p-bind-port=28080'),
    FIRST,
    "--p2p-bind-port is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.",
  ),
  refuse(
    'a login on the RPC',
    withArgs('--rpc-login=user:pass'),
    FIRST,
    '--rpc-login would lock out the readiness check too, as it guards both RPC ports. Put a proxy with a login before the Service.',
  ),
  refuse(
    'pruning by argument',
    withArgs('--prune-blockchain'),
    FIRST,
    '--prune-blockchain is a field of its own: set monerod.prune to true.',
  ),
  refuse(
    'a program at each block',
    withArgs('--block-notify=/bin/sh -c date'),
    FIRST,
    '--block-notify runs a program in the pod, which holds none. Watch the metrics of the exporter.',
  ),
  refuse(
    'mining',
    withArgs('--start-mining=44', '--no-igd'),
    FIRST,
    '--start-mining is refused: nodes of a set do not mine.',
  ),
  refuse(
    'a list of banned addresses',
    withArgs('--ban-list=/ban.txt'),
    FIRST,
    '--ban-list needs a file that the pod does not have, and monerod would not start. Use --enable-dns-blocklist.',
  ),
  {
    name: 'refuse several arguments, each for its own reason',
    manifest: withArgs(
      '--detach',
      '--out-peers=12',
      '--zmq-pub=tcp://*:1',
      '--fo',
    ),
    expected: [
      {
        path: FIRST,
        message:
          '--detach is set by the operator: Kubernetes runs and watches monerod. Leave it out.',
      },
      {
        path: 'spec.monerod.args[2]',
        message:
          '--zmq-pub is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
      },
      {
        path: 'spec.monerod.args[3]',
        message: '--fo is no option of monerod.',
      },
    ],
  },
];
