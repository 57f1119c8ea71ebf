import { OWNED } from './owned';
import { option, switchOption, type XmrigFlag } from './xmrigFlag';

const withoutDaemon = true;

/**
 * Every option that `xmrig --help` of 6.22.2 lists: the one table from which the rules in the CRD and the reference are
 * made. xmrig also takes abbreviations and options that it does not list; here they are refused, so that what is
 * refused cannot be had under another name.
 */
export const XMRIG_FLAGS: readonly XmrigFlag[] = [
  // Network
  option('url', 'Where work comes from: host:port of a pool.', {
    short: 'o',
    withoutDaemon,
  }),
  option('algo', 'Algorithm to mine.', { short: 'a', withoutDaemon }),
  option('coin', 'Coin to mine, instead of an algorithm.', { withoutDaemon }),
  option('user', 'User name at the pool, usually an address.', {
    short: 'u',
    withoutDaemon,
  }),
  option('pass', 'Password at the pool.', { short: 'p', withoutDaemon }),
  option('userpass', 'User name and password in one, as user:password.', {
    short: 'O',
    withoutDaemon,
  }),
  option('proxy', 'Connect through a SOCKS5 proxy.', {
    short: 'x',
    withoutDaemon,
  }),
  switchOption('keepalive', 'Keep the connection to the pool alive.', {
    short: 'k',
    withoutDaemon,
  }),
  switchOption('nicehash', 'Speak as nicehash.com wants it.', {
    withoutDaemon,
  }),
  option('rig-id', 'Name of the miner at the pool.'),
  switchOption('tls', 'Encrypt the connection to the pool.', {
    withoutDaemon,
  }),
  option('tls-fingerprint', 'The certificate that the pool must have.', {
    withoutDaemon,
  }),
  switchOption('dns-ipv6', 'Prefer IPv6.'),
  option('dns-ttl', 'Seconds for which names are kept.'),
  switchOption('daemon', 'Mine solo: the URL is a daemon’s RPC.', {
    withoutDaemon,
  }),
  option('daemon-zmq-port', 'Port at which the daemon announces blocks.', {
    withoutDaemon,
  }),
  option('daemon-poll-interval', 'Milliseconds between questions for work.'),
  option('daemon-job-timeout', 'Milliseconds for which work is good.'),
  option('self-select', 'Take block templates from this daemon.', {
    withoutDaemon,
  }),
  switchOption('submit-to-origin', 'Hand self-selected blocks in there too.', {
    withoutDaemon,
  }),
  option('retries', 'Attempts before the next pool.', { short: 'r' }),
  option('retry-pause', 'Seconds between attempts.', { short: 'R' }),
  option('user-agent', 'How xmrig introduces itself to the pool.'),
  option('donate-level', 'Percent of the time for xmrig’s developers.'),
  option('donate-over-proxy', 'Whether donations go through xmrig-proxy.'),

  // CPU
  switchOption('no-cpu', 'Do not mine on the CPU.', OWNED.gpu),
  option('threads', 'Threads that mine.', { short: 't' }),
  option('cpu-affinity', 'Cores to mine on, as a mask.'),
  option('av', 'Variation of the algorithm.', { short: 'v' }),
  option('cpu-priority', 'Priority of the process.'),
  option('cpu-max-threads-hint', 'Percent of the threads to use at most.'),
  option('cpu-memory-pool', 'Pages of 2 MiB kept for good.'),
  switchOption('cpu-no-yield', 'Hash faster, respond slower.'),
  switchOption('no-huge-pages', 'Use no huge pages.', OWNED.hugePages),
  option('hugepage-size', 'Size of huge pages in kB.', OWNED.hugePages),
  switchOption('huge-pages-jit', 'Huge pages for compiled code too.'),
  option('asm', 'Assembly to use: auto, none, intel, ryzen, bulldozer.'),
  option('argon2-impl', 'Implementation of Argon2.'),
  option('randomx-init', 'Threads that prepare the dataset.'),
  switchOption('randomx-no-numa', 'Ignore NUMA.'),
  option(
    'randomx-mode',
    'fast takes 2.3 GiB of memory, light takes 256 MiB and hashes at a fraction of the speed, auto decides by the machine.',
  ),
  switchOption('randomx-1gb-pages', 'Pages of 1 GiB.', OWNED.privileged),
  option('randomx-wrmsr', 'Tune registers of the CPU.', OWNED.privileged),
  switchOption('randomx-no-rdmsr', 'Leave them tuned.', OWNED.privileged),
  switchOption('randomx-cache-qos', 'Cache QoS.', OWNED.privileged),

  // GPUs
  switchOption('opencl', 'Mine with OpenCL.', OWNED.gpu),
  option('opencl-devices', 'OpenCL devices.', OWNED.gpu),
  option('opencl-platform', 'OpenCL platform.', OWNED.gpu),
  option('opencl-loader', 'OpenCL library.', OWNED.gpu),
  switchOption('opencl-no-cache', 'No cache for OpenCL.', OWNED.gpu),
  switchOption('print-platforms', 'Print OpenCL platforms.', OWNED.exits),
  switchOption('cuda', 'Mine with CUDA.', OWNED.gpu),
  option('cuda-loader', 'CUDA plugin.', OWNED.gpu),
  option('cuda-devices', 'CUDA devices.', OWNED.gpu),
  option('cuda-bfactor-hint', 'CUDA tuning.', OWNED.gpu),
  option('cuda-bsleep-hint', 'CUDA tuning.', OWNED.gpu),
  switchOption('no-nvml', 'No NVML.', OWNED.gpu),

  // API
  option('api-worker-id', 'Name of the miner in its metrics.'),
  option('api-id', 'Id of the miner in its API.'),
  option('http-host', 'Where the API listens.', OWNED.api),
  option('http-port', 'Where the API listens.', OWNED.api),
  option('http-access-token', 'Token of the API.', OWNED.api),
  switchOption('http-no-restricted', 'Open the API.', OWNED.api),

  // TLS
  option('tls-gen', 'Make a certificate.', OWNED.exits),
  option('tls-cert', 'Certificates.', OWNED.files),
  option('tls-cert-key', 'Key of the certificate.', OWNED.files),
  option('tls-dhparam', 'Diffie-Hellman parameters.', OWNED.files),
  option('tls-protocols', 'Versions of TLS to speak.', { withoutDaemon }),
  option('tls-ciphers', 'Ciphers to use up to TLS 1.2.', { withoutDaemon }),
  option('tls-ciphersuites', 'Cipher suites of TLS 1.3 to use.', {
    withoutDaemon,
  }),

  // Log
  switchOption('syslog', 'Log to syslog.', { short: 'S', ...OWNED.log }),
  option('log-file', 'Log to a file.', { short: 'l', ...OWNED.log }),
  option('print-time', 'Seconds between reports of the hashrate.'),
  option('health-print-time', 'Seconds between reports of health.'),
  switchOption('no-color', 'No colours.', OWNED.color),
  switchOption('verbose', 'Say more.'),

  // The rest
  option('config', 'Read a file.', { short: 'c', ...OWNED.config }),
  switchOption('background', 'Run in the background.', {
    short: 'B',
    ...OWNED.background,
  }),
  switchOption('version', 'Print the version.', {
    short: 'V',
    ...OWNED.exits,
  }),
  switchOption('help', 'Print help.', { short: 'h', ...OWNED.exits }),
  switchOption('dry-run', 'Test the settings.', OWNED.exits),
  switchOption('export-topology', 'Write the topology.', OWNED.exits),
  switchOption('pause-on-battery', 'Rest on battery.', OWNED.desktop),
  option('pause-on-active', 'Rest while somebody works.', OWNED.desktop),
  switchOption('stress', 'Stress test.', OWNED.exits),
  option('bench', 'Benchmark.', OWNED.exits),
  switchOption('submit', 'Benchmark, and hand it in.', OWNED.exits),
  option('verify', 'Verify a benchmark.', OWNED.exits),
  option('seed', 'Seed of a benchmark.', OWNED.exits),
  option('hash', 'Result of a benchmark.', OWNED.exits),
  switchOption('no-dmi', 'Do not read what the BIOS says.'),
];
