import { readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DevClusterError } from '../errors';

const LIMIT = '/proc/sys/fs/inotify/max_user_instances';
const RAISED = 1024;

/** Measured: 17 for the cluster and 8 for each node; a third more while they restart. */
function needed(nodes: number): number {
  return Math.ceil((17 + 8 * nodes) * 1.35);
}

async function instancesOf(proc: string, pid: string): Promise<number> {
  const dir = join(proc, pid, 'fd');
  try {
    const links = await Promise.all(
      (await readdir(dir)).map(fd => readlink(join(dir, fd)).catch(() => '')),
    );
    return links.filter(link => link === 'anon_inode:inotify').length;
  } catch {
    return 0; // ended meanwhile, or not a process of ours to see
  }
}

/** Number of inotify instances open in all processes. */
export async function countInotifyInstances(proc = '/proc'): Promise<number> {
  const pids = (await readdir(proc)).filter(name => /^\d+$/.test(name));
  const counts = await Promise.all(pids.map(pid => instancesOf(proc, pid)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The kernel allows a user 128 inotify instances by default: enough for three
 * clusters, or for one beside editors and file watchers. When too few are left,
 * programs fail with "too many open files", so the limit is raised then (until
 * the next boot of the machine).
 *
 * @returns the old limit when it was raised
 * @throws DevClusterError `KernelLimit` when that is not allowed
 */
export async function ensureInotify(
  nodes: number,
  files: { limit: string; proc: string } = { limit: LIMIT, proc: '/proc' },
): Promise<number | undefined> {
  const limit = Number(await readFile(files.limit, 'utf8'));
  const used = await countInotifyInstances(files.proc);
  if (limit - used >= needed(nodes)) return undefined;
  try {
    const raised = Math.max(RAISED, used + 2 * needed(nodes));
    await writeFile(files.limit, String(raised));
    return limit;
  } catch (cause) {
    throw new DevClusterError(
      'KernelLimit',
      `${used} of ${limit} inotify instances are used; too few are left for ${nodes} nodes. Raise the limit: sysctl fs.inotify.max_user_instances=${RAISED}`,
      { cause },
    );
  }
}
