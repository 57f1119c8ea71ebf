import {
  accept,
  networkOf,
  nodeSet,
  refuse,
  type ManifestCase,
} from './manifestCase';

const ONION = 'pmesoaurhvqrcl6srldtbhhygo5n4cpplntwnzpbbprdrbhjgjbhbdqd';
const OTHER = 'cwsfhnn5y6nhcfjpzuiqbq6nuyfk24wlljiskd757cuhekm527ydzmad';
const B32 = 'ew2kpa7yqkbptaggjznqrfsmdyyyqzv5xutkpfoldiur2xsbvrga';

const PEER = `${ONION}.onion:18083`;
const GARLIC = `${B32}.b32.i2p`;

const ARGS = 'spec.monerod.args';
const NO_PEERS =
  'and would keep all transactions to itself: name one in tor.peers or i2p.peers.';
const NO_BLOCKS =
  'No blocks come over Tor or I2P, so this node alone would never be in sync: name a node in peers too, or run two.';
const ONLY_EXCLUSIVE =
  '--add-exclusive-node names only nodes on Tor or I2P, which send no blocks: the node would never be in sync. Use tor.peers or i2p.peers, which leave it its other peers.';
const ELSEWHERE =
  'Peers over Tor stand in tor.peers, peers over I2P in i2p.peers: write it there.';
const INSIDE =
  'The nodes of a regtest set meet inside the cluster, where no exit of Tor leads: leave proxyClearnet out.';

function noOnion(peer: string): string {
  return `'${peer}' is no onion peer: write 56 lower-case letters and digits 2 to 7, then .onion and the port, such as :18083.`;
}

function noGarlic(peer: string): string {
  return `'${peer}' is no I2P peer: write 52 lower-case letters and digits 2 to 7, then .b32.i2p.`;
}

function owned(flag: string): string {
  return `${flag} is set by the operator while tor or i2p is enabled. Leave it out; tor.proxyClearnet leads the connections to all peers through Tor.`;
}

function withTor(tor: object, rest: object = {}): object {
  return nodeSet({ ...rest, tor: { enabled: true, ...tor } });
}

function withI2p(i2p: object, rest: object = {}): object {
  return nodeSet({ ...rest, i2p: { enabled: true, ...i2p } });
}

/** Node sets with Tor and I2P. */
const SET_CASES: readonly ManifestCase[] = [
  accept('Tor in two lines', withTor({})),
  accept('I2P in two lines', withI2p({})),
  accept('Tor turned off', nodeSet({ tor: { enabled: false } })),
  accept('nothing said about either', nodeSet({ tor: {}, i2p: {} })),
  accept(
    'both with everything',
    nodeSet({
      replicas: 3,
      tor: {
        enabled: true,
        secretRef: { name: 'vanity' },
        rpc: true,
        proxyClearnet: true,
        peers: [PEER, `${OTHER}.onion:1`],
      },
      i2p: { enabled: true, secretRef: { name: 'keys' }, peers: [GARLIC] },
    }),
  ),
  accept(
    'settings kept while it is off',
    nodeSet({ tor: { enabled: false, rpc: true, peers: [PEER] } }),
  ),
  accept('Tor on regtest', withTor({}, { network: 'regtest' })),
  accept(
    'Tor on testnet with a peer',
    withTor({ peers: [PEER] }, { network: 'testnet' }),
  ),
  accept(
    'Tor on stagenet with a peer on I2P',
    nodeSet({
      network: 'stagenet',
      tor: { enabled: true },
      i2p: { enabled: true, peers: [GARLIC] },
    }),
  ),
  accept(
    'a proxy of its own while both are off',
    nodeSet({
      monerod: {
        args: [
          '--tx-proxy=tor,10.0.0.1:9050',
          `--anonymous-inbound=${PEER},127.0.0.1:38083`,
          '--proxy=10.0.0.1:9050',
        ],
      },
    }),
  ),
  accept(
    'one node on regtest with peers of both kinds',
    withTor(
      { peers: [PEER] },
      { network: 'regtest', peers: ['miner-0-p2p.other.svc:18080'] },
    ),
  ),
  accept(
    'two nodes on regtest with an onion peer',
    withTor({ peers: [PEER] }, { network: 'regtest', replicas: 2 }),
  ),
  accept(
    'peers by address behind Tor',
    withTor({ proxyClearnet: true }, { peers: ['192.0.2.7:18080'] }),
  ),

  ...['--proxy', '--tx-proxy', '--anonymous-inbound'].flatMap(flag => [
    refuse(
      `${flag} beside Tor`,
      withTor({}, { monerod: { args: [`${flag}=x`] } }),
      ARGS,
      owned(flag),
    ),
    refuse(
      `${flag} beside I2P`,
      withI2p({}, { monerod: { args: [flag, 'x'] } }),
      ARGS,
      owned(flag),
    ),
  ]),
  refuse(
    'an abbreviated --tx-proxy beside Tor',
    withTor({}, { monerod: { args: ['--tx-p=tor,10.0.0.1:9050'] } }),
    ARGS,
    owned('--tx-proxy'),
  ),
  ...(
    [
      ['--proxy-allow-dns-leaks', 'would ask DNS in the clear, which tor.proxyClearnet is there to prevent. Leave it out.'],
      ['--enable-dns-blocklist', 'asks DNS, which tor.proxyClearnet keeps quiet. Leave it out.'],
      ['--enforce-dns-checkpointing', 'asks DNS, which tor.proxyClearnet keeps quiet. Leave it out.'],
      ['--bootstrap-daemon-address=192.0.2.7:18089', 'would reach the other daemon past Tor, which tor.proxyClearnet is there to prevent. Leave it out.'],
      ['--public', 'would advertise the RPC at the address of an exit of Tor with tor.proxyClearnet. Leave it out; tor.rpc gives wallets an onion address.'],
    ] as const
  ).flatMap(([arg, reason]) => {
    const full = arg === '--public' ? '--public-node' : arg.split('=')[0];
    const rest = { monerod: { args: [arg] } };
    return [
      accept(`${arg} beside Tor`, withTor({}, rest)),
      refuse(
        `${arg} behind Tor`,
        withTor({ proxyClearnet: true }, rest),
        ARGS,
        `${full} ${reason}`,
      ),
    ];
  }),
  refuse(
    'clearnet through a Tor that is off',
    nodeSet({ tor: { proxyClearnet: true } }),
    'spec.tor.proxyClearnet',
    'proxyClearnet leads peers through Tor, which is off: set tor.enabled to true, or leave proxyClearnet out.',
  ),
  refuse(
    'regtest through exits',
    withTor({ proxyClearnet: true }, { network: 'regtest' }),
    'spec.tor.proxyClearnet',
    INSIDE,
  ),
  refuse(
    'regtest by argument through exits',
    withTor({ proxyClearnet: true }, { monerod: { args: ['--regtest'] } }),
    'spec.tor.proxyClearnet',
    INSIDE,
  ),
  refuse(
    'a name behind Tor',
    withTor(
      { proxyClearnet: true },
      { peers: ['192.0.2.7:18080', 'node.example.org:18080'] },
    ),
    'spec.peers',
    "With tor.proxyClearnet peers are reached through Tor, and no DNS is asked: write the IP address of 'node.example.org:18080', or leave it out.",
  ),
  refuse(
    'Tor on testnet without a peer',
    withTor({}, { network: 'testnet' }),
    'spec',
    `monerod knows no peer over Tor or I2P on testnet, ${NO_PEERS}`,
  ),
  refuse(
    'I2P on stagenet by argument without a peer',
    withI2p({}, { monerod: { args: ['--stagenet'] } }),
    'spec',
    `monerod knows no peer over Tor or I2P on stagenet, ${NO_PEERS}`,
  ),
  refuse(
    'one node on regtest with onion peers alone',
    withTor({ peers: [PEER] }, { network: 'regtest' }),
    'spec.peers',
    NO_BLOCKS,
  ),
  refuse(
    'one node on regtest with I2P peers alone',
    withI2p({ peers: [GARLIC] }, { network: 'regtest', replicas: 1 }),
    'spec.peers',
    NO_BLOCKS,
  ),
  ...[
    [`--add-exclusive-node=${PEER}`],
    ['--add-exclusive-node', PEER],
    [`--add-exc=${PEER}`, '--add-exclusive-node', GARLIC],
  ].map(args =>
    refuse(
      `exclusive nodes that send no blocks: ${args.length} ${args[0].slice(0, 20)}`,
      nodeSet({ monerod: { args } }),
      ARGS,
      ONLY_EXCLUSIVE,
    ),
  ),
  accept(
    'an exclusive onion node beside one that sends blocks',
    nodeSet({
      monerod: {
        args: [
          `--add-exclusive-node=${PEER}`,
          '--add-exclusive-node',
          '192.0.2.7:18080',
        ],
      },
    }),
  ),
  refuse(
    'an onion address among the other peers',
    nodeSet({ peers: [PEER] }),
    'spec.peers[0]',
    ELSEWHERE,
  ),
  refuse(
    'an I2P address with a port among the other peers',
    nodeSet({ peers: ['a:1', `${GARLIC}:18080`] }),
    'spec.peers[1]',
    ELSEWHERE,
  ),
  refuse(
    'an onion peer without its port',
    withTor({ peers: [`${ONION}.onion`] }),
    'spec.tor.peers[0]',
    `'${ONION}.onion' lacks the port: write ${ONION}.onion:18083, unless its owner says otherwise.`,
  ),
  ...[
    'abc.onion:18083',
    `${ONION.toUpperCase()}.onion:18083`,
    `${ONION}.onion:0`,
    `${ONION}.onion:65536`,
    `http://${PEER}`,
    '192.0.2.7:18083',
    GARLIC,
  ].map(peer =>
    refuse(
      `the onion peer ${peer}`,
      withTor({ peers: [peer] }),
      'spec.tor.peers[0]',
      noOnion(peer),
    ),
  ),
  refuse(
    'a line break in an onion peer',
    withTor({ peers: [`${PEER}\n`] }),
    'spec.tor.peers[0]',
    'An onion peer is 56 letters and digits, .onion, and a port.',
  ),
  refuse(
    'an I2P peer with a port',
    withI2p({ peers: [`${GARLIC}:18080`] }),
    'spec.i2p.peers[0]',
    `'${GARLIC}:18080' has a port, which I2P does not know: write ${GARLIC}.`,
  ),
  ...['monero.i2p', `${B32}.i2p`, `${B32}1.b32.i2p`, PEER].map(peer =>
    refuse(
      `the I2P peer ${peer}`,
      withI2p({ peers: [peer] }),
      'spec.i2p.peers[0]',
      noGarlic(peer),
    ),
  ),
  refuse(
    'a secret without a name',
    withTor({ secretRef: {} }),
    'spec.tor.secretRef.name',
    'Required value',
  ),
  refuse(
    'a secret as a text',
    withI2p({ secretRef: 'keys' }),
    'spec.i2p.secretRef',
    'spec.i2p.secretRef in body must be of type object: "string"',
  ),
  refuse(
    'an RPC on I2P',
    withI2p({ rpc: true }),
    'spec.i2p.rpc',
    'unknown field "spec.i2p.rpc"',
  ),
];

/** Networks whose members are on Tor and I2P. */
const MEMBER_CASES: readonly ManifestCase[] = [
  accept(
    'members on both',
    networkOf({
      tor: { enabled: true, rpc: true, secretRef: { name: 'keys' } },
      i2p: { enabled: true },
    }),
  ),
  refuse(
    'onion peers of its own choice',
    networkOf({ tor: { enabled: true, peers: [PEER] } }),
    'spec.template.spec.tor.peers',
    'unknown field "spec.template.spec.tor.peers"',
  ),
  refuse(
    'I2P peers of its own choice',
    networkOf({ i2p: { enabled: true, peers: [GARLIC] } }),
    'spec.template.spec.i2p.peers',
    'unknown field "spec.template.spec.i2p.peers"',
  ),
  refuse(
    'members behind exits',
    networkOf({ tor: { enabled: true, proxyClearnet: true } }),
    'spec.template.spec.tor.proxyClearnet',
    'unknown field "spec.template.spec.tor.proxyClearnet"',
  ),
];

/** What node sets and networks may say about Tor and I2P. */
export const ANONYMITY_CASES = {
  nodeSets: SET_CASES,
  networks: MEMBER_CASES,
} as const;
