import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const COMMAND_TIMEOUT_MS = 20_000;

/** A process as the machine numbers it; the cluster's namespaces lie inside. */
export interface Process {
  pid: number;
  /** What the kernel calls it: the first 15 characters of the program's name. */
  name: string;
  /** Its lines of /proc/PID/cgroup; they name its container. */
  cgroups: string;
}

/** Text of a file of /proc; empty when the process has ended meanwhile. */
const textOf = (file: string) => readFile(file, 'utf8').catch(() => '');

/** Every process of the machine that satisfies. */
export async function findProcesses(
  satisfies: (process: Process) => boolean,
): Promise<Process[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const processes = await Promise.all(
    pids.map(async pid => {
      const [name, cgroups] = await Promise.all(
        ['comm', 'cgroup'].map(file => textOf(`/proc/${pid}/${file}`)),
      );
      return { pid, name: name.trim(), cgroups };
    }),
  );
  return processes.filter(satisfies);
}

const NAMESPACES = {
  net: ['--net'],
  // /proc, which mount and umount read, is that of the process namespace.
  mount: ['--mount', '--pid'],
};

/**
 * Runs a command in the network, or with the files, that a process sees.
 * @returns what it prints
 */
export async function runInside(
  pid: number,
  what: keyof typeof NAMESPACES,
  argv: readonly string[],
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'nsenter',
    ['--target', String(pid), ...NAMESPACES[what], '--', ...argv],
    { cwd: '/', timeout: COMMAND_TIMEOUT_MS },
  );
  return stdout;
}
