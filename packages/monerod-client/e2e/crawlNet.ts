/**
 * A closed net of real daemons, each in a network namespace of its own, and crawls of it by the command. Writes what the crawls reported
 * as one line of JSON. The test runs it under unshare, which all of it ends with.
 *
 * Usage: crawlNet.ts FOLDER PEERS
 */
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/cli';
import { dialPeer } from '../src/peer';
import { findMonerod, waitFor } from '../src/testing';

const PORT = 18080;
/** Addresses that documentation is free to use (RFC 5737). */
const hostOf = (index: number) => `203.0.113.${index + 1}`;

const namespaceOf = (index: number) => `n${index}`;

/** A bridge with us on it, and a namespace on it for each daemon. */
function makeNetwork(count: number): void {
  // where ip keeps namespaces; ours, as this runs with mounts of its own
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run']);
  const ofNode = (index: number) => {
    const name = namespaceOf(index);
    return [
      `netns add ${name}`,
      `link add v${index} type veth peer name eth0 netns ${name}`,
      `link set v${index} master br0 up`,
    ];
  };
  execFileSync('ip', ['-batch', '-'], {
    input: [
      'link set lo up',
      'link add br0 type bridge',
      'address add 203.0.113.254/24 dev br0',
      'link set br0 up',
      ...Array.from({ length: count }, (_, index) => ofNode(index)).flat(),
    ].join('\n'),
  });
  for (let index = 0; index < count; index += 1) {
    execFileSync('ip', ['-n', namespaceOf(index), '-batch', '-'], {
      input: [
        'link set lo up',
        `address add ${hostOf(index)}/24 dev eth0`,
        'link set eth0 up',
      ].join('\n'),
    });
  }
}

function start(binary: string, folder: string, index: number): ChildProcess {
  // Member i lists those below it, member 0 lists member 1: every pair meets.
  const others = index === 0 ? [1] : Array.from({ length: index }, (_, i) => i);
  return spawn(
    'ip',
    [
      ...['netns', 'exec', namespaceOf(index), binary],
      '--regtest',
      '--fixed-difficulty=1',
      '--non-interactive',
      '--no-igd',
      '--check-updates=disabled',
      '--disable-dns-checkpoints',
      '--rpc-ssl=disabled',
      '--no-zmq',
      '--allow-local-ip',
      '--max-connections-per-ip=50',
      '--out-peers=64',
      '--in-peers=64',
      `--data-dir=${join(folder, `node-${index}`)}`,
      `--p2p-bind-ip=${hostOf(index)}`,
      `--p2p-bind-port=${PORT}`,
      ...others.map(each => `--add-exclusive-node=${hostOf(each)}:${PORT}`),
    ],
    { stdio: 'ignore' },
  );
}

async function cli(...argv: string[]) {
  let text = '';
  const code = await main(argv, {
    stdin: process.stdin,
    stdout: { write: chunk => (text += chunk) },
    stderr: process.stderr,
    env: {},
  });
  return { code, report: JSON.parse(text) };
}

/** Hosts that a node tells of; nobody while it does not answer. */
async function peersOf(host: string): Promise<string[]> {
  const peer = await dialPeer({
    host,
    port: PORT,
    nettype: 'regtest',
  }).catch(() => undefined);
  peer?.close();
  return (peer?.greeting.peers ?? []).flatMap(({ address }) =>
    address.type === 'ipv4' ? [address.host] : [],
  );
}

async function run(folder: string, count: number): Promise<void> {
  makeNetwork(count);
  const binary = await findMonerod();
  const nodes = Array.from({ length: count }, (_, index) =>
    start(binary, folder, index),
  );
  try {
    const hosts = nodes.map((_, index) => hostOf(index));
    await waitFor(
      'everybody is known to somebody',
      async () => {
        const told = new Set((await Promise.all(hosts.map(peersOf))).flat());
        return hosts.every(host => told.has(host)) || undefined;
      },
      90_000,
    );
    const out = join(folder, 'network.jsonl');
    const svg = join(folder, 'network.svg');
    const flags = ['--network', 'regtest', '--rate', '100', '--json'];
    const seed = hostOf(0);
    const first = await cli(
      'crawl',
      seed,
      ...flags,
      '--out',
      out,
      '--svg',
      svg,
    );
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    const sizeBefore = statSync(out).size;
    // One dies: a new crawl says so, one that is resumed dials nobody.
    nodes[count - 1].kill('SIGKILL');
    const resumed = await cli(
      'crawl',
      seed,
      ...flags,
      '--out',
      out,
      '--resume',
    );
    const sizeAfter = statSync(out).size;
    const again = await cli('crawl', seed, ...flags);
    process.stdout.write(
      `${JSON.stringify({
        first,
        resumed,
        again,
        grewBy: sizeAfter - sizeBefore,
        lines: lines.length,
        example: JSON.parse(lines[0]),
        svg: readFileSync(svg, 'utf8'),
      })}\n`,
    );
  } finally {
    nodes.forEach(node => node.kill('SIGKILL'));
  }
}

run(process.argv[2], Number(process.argv[3])).catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
