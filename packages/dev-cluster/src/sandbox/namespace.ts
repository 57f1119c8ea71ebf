import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Duplex } from 'node:stream';
import { DevClusterError } from '../errors';
import { programEnv } from '../host/env';
import type { InstanceCgroups } from './cgroups';
import { renderInitScript } from './initScript';

const START_TIMEOUT_MS = 10_000;

/** A running set of namespaces. */
export interface Namespace {
  /** Process 1 of the namespaces, as the machine numbers it. */
  initPid: number;
  /** The command line that runs `argv` inside. */
  wrap(argv: readonly string[]): { file: string; args: string[] };
  /** A connection to an address inside, as a byte stream. */
  dial(host: string, port: number): Duplex;
  /** Resolves when process 1 ended, whoever ended it. */
  ended: Promise<void>;
  /** Ends every process inside; resolves when they are gone. */
  kill(): Promise<void>;
}

/** Joins cgroups (the first arguments up to `--`), then becomes the rest. */
const JOIN_CGROUPS =
  'while [ "$1" != -- ]; do echo 0 > "$1"; shift; done; shift; exec "$@"';

function joining(procs: readonly string[], argv: readonly string[]) {
  return {
    file: '/bin/sh',
    args: ['-c', JOIN_CGROUPS, 'sh', ...procs, '--', ...argv],
  };
}

async function childOf(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const child = Number.parseInt(children, 10);
  if (!child) throw new Error(`process ${pid} has no child`);
  return child;
}

/** Waits for the script's `ready`; fails with what it wrote on stderr. */
async function waitForReady(child: ChildProcess): Promise<void> {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  const failure = (reason: string) =>
    new DevClusterError(
      'StartFailed',
      `The private namespaces could not be made (${reason}): ${complaint.trim()}`,
    );
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(failure(`no answer in ${START_TIMEOUT_MS / 1000} s`)),
      START_TIMEOUT_MS,
    );
    child.once('error', error => reject(failure(error.message)));
    child.once('close', code => reject(failure(`exit code ${code}`)));
    if (!child.stdout) throw new Error('stdout is a pipe');
    createInterface({ input: child.stdout }).on('line', line => {
      if (line === 'ready') {
        clearTimeout(timer);
        resolve();
      }
    });
  });
}

function toDuplex(child: ChildProcess): Duplex {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('stdin and stdout are pipes');
  const duplex = Duplex.from({ writable: stdin, readable: stdout });
  child.once('error', error => duplex.destroy(error));
  duplex.once('close', () => child.kill('SIGKILL'));
  return duplex;
}

/**
 * Makes one network, mount, pid and cgroup namespace. They end when this
 * process ends, however that happens: process 1 inside reads a pipe from here.
 *
 * @throws DevClusterError `StartFailed` with what the kernel or a tool said.
 */
export async function startNamespace(options: {
  dataDir: string;
  nodes: number;
  cgroups: InstanceCgroups;
}): Promise<Namespace> {
  const { dataDir, nodes, cgroups } = options;
  const outer = joining(cgroups.rootProcs, [
    ...['unshare', '--net', '--mount', '--pid', '--cgroup'],
    ...['--fork', '--mount-proc', '--kill-child'],
    ...['bash', '-c', renderInitScript(cgroups.mounts, nodes)],
  ]);
  const child = spawn(outer.file, outer.args, {
    cwd: '/',
    env: programEnv({ DATA: dataDir }),
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C in a terminal goes to the whole group; the order of the stop is ours.
    detached: true,
  });
  child.stdin.on('error', () => {}); // it ended first
  const ended = once(child, 'close').then(
    () => {},
    () => {},
  );
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await waitForReady(child);
    await cgroups.settle();
    const initPid = await childOf(child.pid as number);
    const wrap = (argv: readonly string[]) =>
      joining(cgroups.systemProcs, [
        ...['nsenter', '--target', String(initPid)],
        ...['--net', '--mount', '--pid', '--cgroup', '--'],
        // The program dies with the nsenter that waits for it.
        ...['setpriv', '--pdeathsig', 'KILL', '--', ...argv],
      ]);
    return {
      initPid,
      wrap,
      ended,
      kill,
      dial(host, port) {
        const { file, args } = wrap(['socat', '-', `TCP:${host}:${port}`]);
        const stdio: ['pipe', 'pipe', 'ignore'] = ['pipe', 'pipe', 'ignore'];
        return toDuplex(spawn(file, args, { cwd: '/', stdio, detached: true }));
      },
    };
  } catch (error) {
    await kill();
    throw error;
  }
}
