/**
 * Handshakes in a second over loopback, with 1, 10 and 100 at once, against a
 * peer of ours in a process of its own. A connection is made, greeted on and
 * closed for each.
 *
 * Usage: tsx scripts/bench-handshakes.ts
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dialPeer, serveEmptyPeer } from '../src/peer';

const AT_ONCE = [1, 10, 100];
const SECONDS = 3;
const MAX_CONNECTIONS = 1_000;

/** Counts the handshakes that so many callers finish in the time. */
async function handshakesPerSecond(
  port: number,
  callers: number,
): Promise<number> {
  const started = performance.now();
  const over = () => performance.now() - started > SECONDS * 1000;
  let done = 0;
  const call = async () => {
    while (!over()) {
      const peer = await dialPeer({
        host: '127.0.0.1',
        port,
        nettype: 'regtest',
      });
      peer.close();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return (done * 1000) / (performance.now() - started);
}

async function serve(): Promise<void> {
  const { port } = await serveEmptyPeer({
    nettype: 'regtest',
    maxConnections: MAX_CONNECTIONS,
  });
  process.send?.(port);
}

async function measure(): Promise<void> {
  const server = fork(__filename, { execArgv: process.execArgv });
  const [port] = (await once(server, 'message')) as [number];
  const rates: number[] = [];
  for (const callers of AT_ONCE) {
    rates.push(await handshakesPerSecond(port, callers));
  }
  server.kill();
  process.stdout.write('at once\thandshakes/s\tto one at a time\n');
  AT_ONCE.forEach((callers, index) =>
    process.stdout.write(
      `${callers}\t${rates[index].toFixed(0)}\t${(
        rates[index] / rates[0]
      ).toFixed(2)}\n`,
    ),
  );
}

void (process.send ? serve() : measure());
