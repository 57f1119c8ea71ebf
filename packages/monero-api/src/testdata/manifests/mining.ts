import { MINING_NODE_SET } from '../../constants';
import { accept, refuse, type ManifestCase } from './manifestCase';

const PRIMARY =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';
const SUBADDRESS = `8${PRIMARY.slice(1)}`;
const INTEGRATED = `${PRIMARY}11111111111`;

function miners(spec: unknown, name: string = 'miners'): object {
  return {
    apiVersion: MINING_NODE_SET.apiVersion,
    kind: MINING_NODE_SET.kind,
    metadata: { name },
    spec,
  };
}

const POOL = ['-o', 'pool.example.org:5556'];

/** Miners at a pool with these further arguments. */
const atPool = (...args: unknown[]) =>
  miners({ xmrig: { args: [...POOL, ...args] } });

/** Miners of a node set. */
const solo = (more: object = {}, ...args: unknown[]) =>
  miners({
    daemonRef: { name: 'nodes' },
    wallet: PRIMARY,
    xmrig: { args },
    ...more,
  });

const API =
  'is set by the operator: the exporter in the same pod reads the hashrate there, and nobody else can. Read its metrics.';
const UNKNOWN =
  'is no option of xmrig: write options in full, as xmrig --help lists them, and a value that begins with a hyphen as --option=value.';
const NO_PRIMARY =
  'With daemonRef wallet must be a primary address: 95 characters, beginning with 4 (mainnet and regtest), 9 or A (testnet) or 5 (stagenet). A daemon pays no subaddress.';

/** Where the n-th argument after the pool stands. */
const at = (index: number) => `spec.xmrig.args[${POOL.length + index}]`;

/** Good and bad mining sets. */
export const MINING_CASES: readonly ManifestCase[] = [
  accept(
    'the miners of the proposal',
    miners({
      replicas: 10,
      hardAntiAffinity: true,
      xmrig: {
        args: ['-o', 'pool:5556', '-u', `${PRIMARY}.node-$(id)`, '--tls'],
      },
    }),
  ),
  accept('a pool by its long name', miners({ xmrig: { args: ['--url=a:1'] } })),
  accept('a pool glued to the letter', miners({ xmrig: { args: ['-oa:1'] } })),
  accept('two pools', atPool('-o', 'b:1', '-u', 'x')),
  accept('an open bracket', atPool('-u', 'a.$(id', '--rig-id=$(POD)')),
  accept(
    'a wallet at a pool',
    miners({ wallet: PRIMARY, xmrig: { args: POOL } }),
  ),
  accept(
    'a subaddress at a pool',
    miners({ wallet: SUBADDRESS, xmrig: { args: POOL } }),
  ),
  accept(
    'an integrated address at a pool',
    miners({ wallet: INTEGRATED, xmrig: { args: POOL } }),
  ),
  accept('miners of a node set', solo()),
  accept(
    'miners of a node set with options of their own',
    solo({}, '--rig-id=rig-$(id)', '-t', '1', '--randomx-mode=light'),
  ),
  accept('no miner at all', solo({ replicas: 0 })),
  accept('huge pages', solo({ hugePages: true })),
  accept(
    'the kind of the daemon',
    solo({ daemonRef: { kind: 'MoneroNodeSet', name: 'nodes' } }),
  ),
  accept(
    'a network for a daemon',
    solo({ daemonRef: { kind: 'MoneroNetwork', name: 'regtest' } }),
  ),
  refuse(
    'a daemon without a name',
    solo({ daemonRef: { kind: 'MoneroNetwork' } } as never),
    'spec.daemonRef.name',
    'Required value',
  ),

  accept('a pool in place of a daemon', atPool(), solo({ replicas: 3 })),

  refuse(
    'miners without work',
    miners({}),
    'spec.xmrig.args',
    'The miners need to know where work comes from: name a pool with -o, or a node set or network of yours with daemonRef.',
  ),
  refuse(
    'two sources of work',
    solo({}, ...POOL),
    'spec.daemonRef',
    'daemonRef names a daemon, and the arguments name a pool with -o: remove one of them.',
  ),
  refuse(
    'a pool’s options beside a daemon',
    solo({}, '--rig-id=a', '-u', 'x', '--tls'),
    'spec.daemonRef',
    'With daemonRef the miners work alone, and -u is for pools: remove it. wallet says who is paid.',
  ),
  refuse(
    'a daemon that pays nobody',
    miners({ daemonRef: { name: 'nodes' } }),
    'spec.wallet',
    'daemonRef needs wallet, the address that blocks pay.',
  ),
  refuse(
    'a subaddress beside a daemon',
    solo({ wallet: SUBADDRESS }),
    'spec.wallet',
    NO_PRIMARY,
  ),
  refuse(
    'an integrated address beside a daemon',
    solo({ wallet: INTEGRATED }),
    'spec.wallet',
    NO_PRIMARY,
  ),
  refuse(
    'two users',
    miners({ wallet: PRIMARY, xmrig: { args: [...POOL, '-u', 'x'] } }),
    'spec.wallet',
    'wallet and -u both say who is paid: remove one of them.',
  ),
  refuse(
    'a wallet that is too short',
    miners({ wallet: PRIMARY.slice(0, -1), xmrig: { args: POOL } }),
    'spec.wallet',
    'A Monero address has 95 characters, or 106 with a payment id.',
  ),
  refuse(
    'a wallet with a zero',
    miners({ wallet: PRIMARY.replace('w', '0'), xmrig: { args: POOL } }),
    'spec.wallet',
    'A Monero address holds letters and digits only, without 0, O, I and l, which are easily mistaken.',
  ),
  refuse(
    'a wallet of another coin',
    miners({ wallet: `1${PRIMARY.slice(1)}`, xmrig: { args: POOL } }),
    'spec.wallet',
    'A Monero address begins with 4 or 8 (mainnet and regtest), 5 or 7 (stagenet), or 9, A or B (testnet).',
  ),

  refuse(
    'an option nobody knows',
    atPool('--fast'),
    at(0),
    `--fast ${UNKNOWN}`,
  ),
  refuse(
    'an abbreviation',
    atPool('--http-po=80'),
    at(0),
    `--http-po ${UNKNOWN}`,
  ),
  refuse('a letter nobody knows', atPool('-z'), at(0), `-z ${UNKNOWN}`),
  refuse(
    'a value that begins with a hyphen',
    atPool('-t', '1', '--cpu-memory-pool=1', '-1'),
    at(3),
    `-1 ${UNKNOWN}`,
  ),
  refuse('a lone hyphen', atPool('-'), at(0), `- ${UNKNOWN}`),
  refuse(
    'two letters in one',
    atPool('-kk'),
    at(0),
    "'-kk' is more than one option: write each as an item of its own.",
  ),
  refuse(
    'a switch with a value',
    atPool('--tls=yes'),
    at(0),
    '--tls takes no value: it is either there or not.',
  ),
  refuse(
    'an empty value',
    atPool('--rig-id='),
    at(0),
    '--rig-id needs a value after the equals sign.',
  ),
  refuse(
    'a missing value',
    atPool('-u'),
    'spec.xmrig.args',
    '-u needs a value.',
  ),
  refuse(
    'a value missing before an option',
    atPool('-u', '--tls'),
    'spec.xmrig.args',
    '-u needs a value.',
  ),
  refuse(
    'a word that belongs to nothing',
    atPool('--tls', 'yes'),
    'spec.xmrig.args',
    "'yes' belongs to no option: an argument begins with a hyphen, or is the value of the option right before it.",
  ),

  ...[
    '--http-host=0.0.0.0',
    '--http-port=80',
    '--http-access-token=t',
    '--http-no-restricted',
  ].map(arg => refuse(arg, atPool(arg), at(0), `${arg.split('=')[0]} ${API}`)),
  refuse(
    'a file of settings',
    atPool('-c/etc/x.json'),
    at(0),
    '-c reads a file that the pod does not have. Write the settings as arguments.',
  ),
  refuse(
    'the background',
    atPool('-B'),
    at(0),
    '-B would end the container: Kubernetes runs and watches xmrig in the foreground. Leave it out.',
  ),
  refuse(
    'a log file',
    atPool('--log-file=x'),
    at(0),
    '--log-file would take the log away from where kubectl logs finds it. Leave it out.',
  ),
  refuse(
    'registers of the CPU',
    atPool('--randomx-wrmsr=-1'),
    at(0),
    '--randomx-wrmsr needs a privileged container, which these pods are not. Set it up on the machine, and leave it out here.',
  ),
  refuse(
    'huge pages by argument',
    atPool('--no-huge-pages'),
    at(0),
    '--no-huge-pages follows from hugePages: true asks the machine for them, false does without.',
  ),
  refuse(
    'a GPU',
    atPool('--cuda'),
    at(0),
    '--cuda is for GPUs, which these pods do not have. Leave it out.',
  ),
  refuse(
    'a benchmark',
    atPool('--bench=1M'),
    at(0),
    '--bench makes xmrig print or measure and exit, so that the pod would start over for ever. Leave it out.',
  ),
  refuse(
    'a name of 41 characters',
    miners({ xmrig: { args: POOL } }, 'm'.repeat(41)),
    'metadata.name',
    "A mining set's name has at most 40 characters, because the names of its pods grow from it.",
  ),
  refuse(
    'a name with a dot',
    miners({ xmrig: { args: POOL } }, 'miners.eu'),
    'metadata.name',
    "'miners.eu' cannot name a mining set: use lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit.",
  ),
  refuse(
    'a daemon of another kind',
    solo({ daemonRef: { kind: 'Pod', name: 'nodes' } }),
    'spec.daemonRef.kind',
    'supported values: "MoneroNodeSet", "MoneroNetwork"',
  ),
];
