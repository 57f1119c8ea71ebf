import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Duplex } from 'node:stream';
import { DevClusterError } from '../errors';
import { programEnv } from '../host/env';
import type { InstanceCgroups } from './cgroups';
import { renderInitScript } from './initScript';
import { killProcess } from './killProcess';

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

/** Joins the cgroups given before `--`, then becomes the command after it. */
const JOIN_CGROUPS =
  'while [ "$1" != -- ]; do echo 0 > "$1"; shift; done; shift; exec "$@"';

/**
 * The same in a subshell, so that someone is left to remove the cgroups (the
 * folders of the same files) when everything in them has ended, even when the
 * process that started all this was killed. The kernel needs a moment for it.
 */
const RUN_AND_TIDY = `
(${JOIN_CGROUPS})
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  left=
  for file; do
    [ "$file" = -- ] && break
    find "\${file%/*}" -depth -type d -exec rmdir {} + 2> /dev/null
    [ -d "\${file%/*}" ] && left=1
  done
  [ "$left" ] || exit 0
  sleep 0.1
done`;

function joining(
  procs: readonly string[],
  argv: readonly string[],
  script = JOIN_CGROUPS,
) {
  return {
    file: '/bin/sh',
    args: ['-c', script, 'sh', ...procs, '--', ...argv],
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
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(
      () => reject(failure(`no answer in ${START_TIMEOUT_MS / 1000} s`)),
      START_TIMEOUT_MS,
    );
    child.once('error', error => reject(failure(error.message)));
    child.once('close', code => reject(failure(`exit code ${code}`)));
    if (!child.stdout) throw new Error('stdout is a pipe');
    createInterface({ input: child.stdout }).on('line', line => {
      if (line === 'ready') resolve();
    });
  }).finally(() => clearTimeout(timer));
}

function toDuplex(child: ChildProcess): Duplex {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('stdin and stdout are pipes');
  const duplex = Duplex.from({ writable: stdin, readable: stdout });
  child.once('error', error => duplex.destroy(error));
  duplex.once('close', () => child.kill('SIGKILL'));
  return duplex;
}

function createNamespace(
  initPid: number,
  cgroups: InstanceCgroups,
  life: Pick<Namespace, 'ended' | 'kill'>,
): Namespace {
  const wrap = (argv: readonly string[]) =>
    joining(cgroups.systemProcs, [
      ...['nsenter', '--target', String(initPid)],
      ...['--net', '--mount', '--pid', '--cgroup', '--'],
      // The program dies with the nsenter that waits for it.
      ...['setpriv', '--pdeathsig', 'KILL', '--', ...argv],
    ]);
  return {
    ...life,
    initPid,
    wrap,
    dial(host, port) {
      const { file, args } = wrap(['socat', '-', `TCP:${host}:${port}`]);
      const child = spawn(file, args, {
        cwd: '/',
        env: programEnv(),
        stdio: ['pipe', 'pipe', 'ignore'],
        detached: true,
      });
      return toDuplex(child);
    },
  };
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
  const outer = joining(
    cgroups.rootProcs,
    [
      ...['unshare', '--net', '--mount', '--pid', '--cgroup'],
      ...['--fork', '--mount-proc', '--kill-child'],
      ...['bash', '-c', renderInitScript(cgroups.mounts, nodes)],
    ],
    RUN_AND_TIDY,
  );
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
  let initPid: number | undefined;
  const kill = async () => {
    child.stdin.destroy();
    // Before there is a process 1, the group is all that there is.
    if (initPid) killProcess(initPid);
    else if (child.pid) killProcess(-child.pid);
    await ended;
  };
  try {
    await waitForReady(child);
    await cgroups.settle();
    // Below the shell that tidies up there is unshare, and below that process 1.
    initPid = await childOf(await childOf(child.pid as number));
    return createNamespace(initPid, cgroups, { ended, kill });
  } catch (error) {
    await kill();
    throw error;
  }
}
