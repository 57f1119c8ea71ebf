import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  waitFor,
} from 'monerod-client/testing';

const COMMAND = join(
  dirname(require.resolve('monerod-exporter/package.json')),
  'bin/monerod-exporter.js',
);
/** The exporter as people run it, in a process of its own. */
export interface Exporter {
  url: string;
  child: ChildProcess;
  /** @returns its exit code */
  stop(): Promise<number | null>;
}

/** What one test starts, and stops at its end. */
export interface World {
  folder: string;
  /** A daemon with these ports (p2p, rpc, restricted) and peers; none: offline. */
  startNode(ports: number[], peers: number[]): Promise<RegtestNode>;
  /** Two daemons that are each other's only peers. */
  startPair(): Promise<{
    first: RegtestNode;
    second: RegtestNode;
    restartSecond(): Promise<RegtestNode>;
  }>;
  startExporter(
    flags: string | readonly string[],
    env?: NodeJS.ProcessEnv,
  ): Promise<Exporter>;
  stop(): Promise<void>;
}

/** @returns a world with a folder of its own */
export async function createWorld(): Promise<World> {
  const binary = await findMonerod();
  const folder = await mkdtemp(join(tmpdir(), 'monerod-exporter-'));
  const nodes: RegtestNode[] = [];
  const exporters: Exporter[] = [];

  const startNode: World['startNode'] = async (
    [p2p, rpc, restrictedRpc],
    peers,
  ) => {
    const node = await startRegtestNode({
      binary,
      dataDir: join(folder, `node-${p2p}`),
      ports: { p2p, rpc, restrictedRpc },
      peers,
    });
    nodes.push(node);
    return node;
  };

  return {
    folder,
    startNode,
    async startPair() {
      const ports = await freePorts(6);
      const [a, b] = [ports.slice(0, 3), ports.slice(3)];
      const [first, second] = await Promise.all([
        startNode(a, [b[0]]),
        startNode(b, [a[0]]),
      ]);
      return { first, second, restartSecond: () => startNode(b, [a[0]]) };
    },
    async startExporter(flags, env = {}) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', COMMAND, '--listen=127.0.0.1:0'].concat(flags),
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, ...env },
        },
      );
      const [line] = await once(
        createInterface({ input: child.stdout }),
        'line',
      );
      const ended = once(child, 'exit');
      const exporter: Exporter = {
        url: String(line).replace(/^.* on /, ''),
        child,
        stop: async () => {
          child.kill('SIGTERM');
          return (await ended)[0];
        },
      };
      exporters.push(exporter);
      return exporter;
    },
    async stop() {
      await Promise.all([
        ...exporters.map(exporter => exporter.stop()),
        ...nodes.map(node => node.stop('SIGKILL')),
      ]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks an exporter. */
export const get = async (
  exporter: Exporter,
  path: string,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(`${exporter.url}${path}`, { headers });
  return { status: response.status, body: await response.text() };
};

/** The series of a scrape. */
export async function metrics(
  exporter: Exporter,
): Promise<Record<string, number>> {
  const { body } = await get(exporter, '/metrics');
  return Object.fromEntries(
    body
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => [
        line.slice(0, line.lastIndexOf(' ')),
        Number(line.slice(line.lastIndexOf(' '))),
      ]),
  );
}

/** Waits for a verdict of /readyz. */
export const untilReadyz = (exporter: Exporter, status: number, body: RegExp) =>
  waitFor(`/readyz to be ${status} ${body}`, async () => {
    const answer = await get(exporter, '/readyz');
    return answer.status === status && body.test(answer.body)
      ? answer
      : undefined;
  });
