/**
 * Records the list of peers that a real monerod tells. It tells of no address
 * of loopback, so this makes up others in a network of its own:
 *
 *   unshare --map-root-user --net tsx scripts/capture-peer-list.ts
 */
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialPeer } from '../src/peer';
import { findMonerod, waitFor } from '../src/testing';
import { recordTo, save } from './recording';

const PORT = 18080;
/** Addresses that documentation is free to use (RFC 5737, RFC 3849). */
const ipv4 = (number: number) => `203.0.113.${number}`;
const ipv6 = (number: number) => `2001:db8::${number}`;

function makeAddresses(): void {
  const ip = (...words: string[]) => execFileSync('ip', words);
  ip('link', 'set', 'lo', 'up');
  for (const number of [1, 2, 3]) {
    ip('address', 'add', `${ipv4(number)}/32`, 'dev', 'lo');
    ip('address', 'add', `${ipv6(number)}/128`, 'dev', 'lo');
  }
}

function startNode(
  binary: string,
  dataDir: string,
  [own, other]: [number, number],
): ChildProcess {
  return spawn(
    binary,
    [
      '--regtest',
      '--non-interactive',
      '--no-igd',
      '--check-updates=disabled',
      '--disable-dns-checkpoints',
      '--rpc-ssl=disabled',
      '--no-zmq',
      '--allow-local-ip',
      '--max-connections-per-ip=10',
      '--p2p-use-ipv6',
      `--data-dir=${dataDir}`,
      `--p2p-bind-ip=${ipv4(own)}`,
      `--p2p-bind-ipv6-address=${ipv6(own)}`,
      `--p2p-bind-port=${PORT}`,
      `--p2p-bind-port-ipv6=${PORT}`,
      `--rpc-bind-port=${PORT + own}`,
      `--add-exclusive-node=${ipv4(other)}:${PORT}`,
      `--add-exclusive-node=[${ipv6(other)}]:${PORT}`,
    ],
    { stdio: 'ignore' },
  );
}

async function main(): Promise<void> {
  const binary = await findMonerod('trixie');
  const folder = await mkdtemp(join(tmpdir(), 'capture-'));
  makeAddresses();
  const nodes = [
    startNode(binary, join(folder, 'one'), [1, 2]),
    startNode(binary, join(folder, 'two'), [2, 1]),
  ];
  try {
    await waitFor('a list of two peers', async () => {
      const recorder = await recordTo(PORT, { to: ipv4(1), own: ipv4(3) });
      try {
        const peer = await dialPeer({
          host: ipv4(3),
          port: recorder.port,
          nettype: 'regtest',
        });
        peer.close();
        if (peer.greeting.peers.length < 2) {
          return undefined;
        }
        await save('peers.0-18-4', recorder.recording);
        return true;
      } finally {
        recorder.close();
      }
    });
  } finally {
    nodes.forEach(node => node.kill('SIGKILL'));
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
