import { OWNED } from './owned';
import { numberOption, option, switchOption, type MonerodFlag } from './flag';

/**
 * Every option that a monerod from 0.18.0 to 0.18.5 knows: the one table from which the rules in the CRD, the parser
 * and the help of the form are made. Names, values and repetition were read from `monerod --help` of 0.18.0.0,
 * 0.18.4.0 and 0.18.5.3; `since` is absent for what 0.18.0 has.
 */
export const MONEROD_FLAGS: readonly MonerodFlag[] = [
  // Network and chain
  switchOption('testnet', 'Run on testnet, where coins are worth nothing.'),
  switchOption('stagenet', 'Run on stagenet, mainnet’s rehearsal.'),
  switchOption('regtest', 'Run a private chain of your own, for tests.'),
  switchOption('keep-fakechain', 'On regtest, keep the chain over restarts.'),
  numberOption(
    'fixed-difficulty',
    'On regtest, the difficulty of every block.',
  ),
  switchOption('offline', 'Neither listen for peers nor connect to any.'),
  switchOption('no-sync', 'Do not fetch blocks from peers.'),
  switchOption(
    'enforce-dns-checkpointing',
    'Follow the checkpoints that the project publishes over DNS, even against the longest chain.',
  ),
  switchOption(
    'disable-dns-checkpoints',
    'Do not ask DNS for checkpoints at all.',
  ),
  numberOption(
    'fast-block-sync',
    '1 trusts the block hashes shipped with monerod while syncing; 0 verifies every block.',
  ),
  numberOption(
    'block-sync-size',
    'Blocks to ask for at once while syncing; 0 adapts to the block size.',
  ),
  numberOption(
    'block-download-max-size',
    'Most bytes of blocks waiting to be verified; 0 is the default.',
  ),
  switchOption(
    'sync-pruned-blocks',
    'Accept pruned blocks from peers while syncing: less traffic, with prune only.',
  ),
  switchOption('keep-alt-blocks', 'Keep alternative blocks over restarts.'),
  option(
    'db-sync-mode',
    'How writes reach the disk. Any explicit value turns off the switch to safe mode after the first sync.',
  ),
  numberOption(
    'prep-blocks-threads',
    'Most threads that prepare block hashes.',
  ),
  numberOption(
    'max-concurrency',
    'Most threads for one job; 0 takes every core.',
  ),
  numberOption('max-txpool-weight', 'Most bytes of the transaction pool.'),
  switchOption('fluffy-blocks', 'Has no effect any more: always on.'),
  switchOption('no-fluffy-blocks', 'Has no effect any more.', OWNED.gone),
  numberOption(
    'show-time-stats',
    '1 logs how long blocks and transactions took.',
  ),
  switchOption('db-salvage', 'Try to save a broken database.', OWNED.salvage),
  switchOption(
    'prune-blockchain',
    'Keep a pruned chain, about a third of the size.',
    OWNED.prune,
  ),
  option('data-dir', 'Where the chain lives.', OWNED.dataDir),

  // Peers
  numberOption('out-peers', 'Most connections to peers; 12 unless given.'),
  numberOption(
    'in-peers',
    'Most connections from peers; no limit unless given.',
  ),
  option('add-peer', 'A peer to add to the list of known ones.', {
    repeatable: true,
  }),
  option('add-priority-node', 'A peer to stay connected with.', {
    repeatable: true,
  }),
  option(
    'add-exclusive-node',
    'A peer to connect to and no other; repeat it for more.',
    { repeatable: true },
  ),
  option('seed-node', 'A node to learn the first peers from.', {
    repeatable: true,
  }),
  numberOption(
    'max-connections-per-ip',
    'Most incoming connections from one address; 1 unless given. Raise it where traffic arrives through NAT.',
  ),
  switchOption('allow-local-ip', 'Accept peers with private addresses.'),
  switchOption('hide-my-port', 'Do not offer this node to other peers.'),
  switchOption(
    'enable-dns-blocklist',
    'Refuse the peers on the block list that the project publishes over DNS.',
  ),
  option('ban-list', 'A file of addresses to refuse.', OWNED.banList),
  numberOption(
    'p2p-external-port',
    'The port to tell other peers, where it differs from the one listened on.',
  ),
  switchOption('p2p-use-ipv6', 'Reach peers over IPv6 too.'),
  switchOption('p2p-ignore-ipv4', 'Go on where IPv4 cannot be listened on.'),
  option('p2p-bind-ip', 'Address that peers reach.', OWNED.p2pListener),
  option(
    'p2p-bind-ipv6-address',
    'IPv6 address that peers reach.',
    OWNED.p2pListener,
  ),
  option('p2p-bind-port', 'Port that peers reach.', OWNED.p2pListener),
  option(
    'p2p-bind-port-ipv6',
    'IPv6 port that peers reach.',
    OWNED.p2pListener,
  ),
  switchOption('no-igd', 'Do not ask the router for a port.'),
  option('igd', 'Whether to ask the router for a port.'),
  numberOption('limit-rate', 'Most traffic each way, in kB/s.'),
  numberOption(
    'limit-rate-up',
    'Most outgoing traffic, in kB/s; 8192 unless given.',
  ),
  numberOption(
    'limit-rate-down',
    'Most incoming traffic, in kB/s; 32768 unless given.',
  ),
  numberOption('tos-flag', 'Type-of-service byte of outgoing packets.'),
  switchOption(
    'pad-transactions',
    'Pad relayed transactions against traffic analysis.',
  ),
  option('proxy', 'SOCKS proxy for all connections to peers, as IP:PORT.'),
  switchOption(
    'proxy-allow-dns-leaks',
    'With proxy, let DNS questions go around it.',
  ),
  option(
    'tx-proxy',
    'SOCKS proxy for own transactions, as NETWORK,IP:PORT with NETWORK tor or i2p.',
    { repeatable: true },
  ),
  option(
    'anonymous-inbound',
    'Hidden service that peers reach this node by, as ADDRESS,IP:PORT.',
    { repeatable: true },
  ),

  // RPC
  switchOption(
    'public-node',
    'Offer the restricted RPC to everybody and announce it to peers.',
  ),
  option('rpc-bind-ip', 'Address of the full RPC.', OWNED.rpcListener),
  option('rpc-bind-ipv6-address', 'IPv6 of the full RPC.', OWNED.rpcListener),
  option('rpc-bind-port', 'Port of the full RPC.', OWNED.rpcListener),
  option(
    'rpc-restricted-bind-ip',
    'Address of the restricted RPC.',
    OWNED.rpcListener,
  ),
  option(
    'rpc-restricted-bind-ipv6-address',
    'IPv6 address of the restricted RPC.',
    OWNED.rpcListener,
  ),
  option(
    'rpc-restricted-bind-port',
    'Port of the restricted RPC.',
    OWNED.rpcListener,
  ),
  switchOption('rpc-use-ipv6', 'Offer RPC on IPv6 too.', OWNED.rpcListener),
  switchOption(
    'rpc-ignore-ipv4',
    'Go on where IPv4 cannot be listened on.',
    OWNED.rpcListener,
  ),
  switchOption(
    'confirm-external-bind',
    'Allow the full RPC off loopback.',
    OWNED.rpcListener,
  ),
  switchOption('restricted-rpc', 'Restrict the full RPC.', OWNED.restrictedRpc),
  option('rpc-login', 'User and password of both RPC ports.', OWNED.login),
  option(
    'rpc-access-control-origins',
    'Web origins that may call the RPC, separated by commas.',
  ),
  switchOption('disable-rpc-ban', 'Do not ban callers for RPC errors.'),
  numberOption(
    'rpc-max-connections',
    'Most RPC connections; 100 unless given.',
    {
      since: '0.18.4',
    },
  ),
  numberOption(
    'rpc-max-connections-per-public-ip',
    'Most RPC connections from one public address; 3 unless given.',
    { since: '0.18.4' },
  ),
  numberOption(
    'rpc-max-connections-per-private-ip',
    'Most RPC connections from one private address; 25 unless given. Raise it behind a proxy.',
    { since: '0.18.4' },
  ),
  numberOption(
    'rpc-response-soft-limit',
    'Most bytes of answers waiting to be sent to one caller.',
    { since: '0.18.4' },
  ),
  option('rpc-ssl', 'TLS on the RPC ports.', OWNED.tls),
  option('rpc-ssl-private-key', 'Key file of TLS.', OWNED.tls),
  option('rpc-ssl-certificate', 'Certificate file of TLS.', OWNED.tls),
  option('rpc-ssl-ca-certificates', 'Authorities file of TLS.', OWNED.tls),
  option('rpc-ssl-allowed-fingerprints', 'Client certificates.', OWNED.tls),
  switchOption('rpc-ssl-allow-chained', 'Client chains.', OWNED.tls),
  switchOption('rpc-ssl-allow-any-cert', 'Any client.', OWNED.tls),
  option('rpc-payment-address', 'Ask RPC callers to mine for this address.'),
  numberOption('rpc-payment-difficulty', 'Difficulty of that mining.'),
  numberOption('rpc-payment-credits', 'Credits that a payment buys.'),
  switchOption(
    'rpc-payment-allow-free-loopback',
    'Callers in the same pod need not pay.',
  ),
  option(
    'bootstrap-daemon-address',
    'A node that answers wallets while this one still syncs, or auto.',
  ),
  option('bootstrap-daemon-login', 'User and password at that node.'),
  option('bootstrap-daemon-proxy', 'SOCKS proxy towards that node.'),
  option('zmq-rpc-bind-ip', 'Address of the ZMQ RPC.', OWNED.zmq),
  option('zmq-rpc-bind-port', 'Port of the ZMQ RPC.', OWNED.zmq),
  option('zmq-pub', 'Address of ZMQ notifications.', OWNED.zmq),
  switchOption('confirm-zmq-rpc-external-bind', 'ZMQ off loopback.', {
    ...OWNED.zmq,
    since: '0.18.5',
  }),
  switchOption('restricted-zmq-rpc', 'Restrict the ZMQ RPC.', {
    ...OWNED.zmq,
    since: '0.18.5',
  }),
  switchOption('no-zmq', 'No ZMQ RPC.', OWNED.zmq),

  // Process and log
  option('log-level', 'What is logged: 0 to 4, or categories such as *:INFO.'),
  option('log-file', 'Where the log goes.', OWNED.log),
  option('max-log-file-size', 'Size at which a log file rotates.', OWNED.log),
  option('max-log-files', 'Log files that are kept.', OWNED.log),
  option('check-updates', 'Look for new versions.', OWNED.updates),
  option('config-file', 'File of further settings.', OWNED.configFile),
  switchOption('detach', 'Run in the background.', OWNED.process),
  option('pidfile', 'File for the process id.', OWNED.process),
  switchOption('non-interactive', 'No console.', OWNED.process),
  switchOption('help', 'Print help and exit.', OWNED.exits),
  switchOption('version', 'Print the version and exit.', OWNED.exits),
  switchOption('os-version', 'Print the system and exit.', OWNED.exits),
  option('block-notify', 'Program to run at each block.', OWNED.notify),
  option('reorg-notify', 'Program to run at a reorganisation.', OWNED.notify),
  option('block-rate-notify', 'Program to run at odd rates.', OWNED.notify),

  // Mining and debugging
  option('start-mining', 'Address to mine for.', OWNED.mining),
  option('mining-threads', 'Threads that mine.', OWNED.mining),
  option('extra-messages-file', 'Messages for mined blocks.', OWNED.mining),
  switchOption('bg-mining-enable', 'Mine when idle.', OWNED.mining),
  switchOption('bg-mining-ignore-battery', 'Mine on battery.', OWNED.mining),
  option('bg-mining-min-idle-interval', 'Idle before mining.', OWNED.mining),
  option('bg-mining-idle-threshold', 'Idle before mining.', OWNED.mining),
  option('bg-mining-miner-target', 'CPU for mining.', OWNED.mining),
  switchOption('test-drop-download', 'Drop all blocks.', OWNED.debug),
  option('test-drop-download-height', 'Drop later blocks.', OWNED.debug),
  option('test-dbg-lock-sleep', 'Sleep around locks.', OWNED.debug),
];
