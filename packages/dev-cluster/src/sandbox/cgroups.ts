import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseCgroupMounts, type CgroupMount } from './cgroupMounts';

const PARENT = 'monero-portal';

/**
 * The cgroups of one cluster: a folder of its own in each hierarchy of the
 * machine. In it, `system` holds the cluster's programs and `k8s.io` (made by
 * containerd) the containers.
 */
export interface InstanceCgroups {
  mounts: readonly CgroupMount[];
  /** `cgroup.procs` files a process writes itself into before it unshares. */
  rootProcs: readonly string[];
  /** `cgroup.procs` files of the programs. */
  systemProcs: readonly string[];
  /** Moves what is in the root to `system`, so that version 2 allows children. */
  settle(): Promise<void>;
  /** Kills whatever is left in them and removes them. */
  remove(): Promise<void>;
}

async function ignoring(codes: string[], work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code || !codes.includes(code)) throw error;
  }
}

const MISSING = ['ENOENT', 'ENODEV'];

async function readLines(path: string): Promise<string[]> {
  try {
    const text = await readFile(path, 'utf8');
    return text.split(/\s+/).filter(Boolean);
  } catch {
    return []; // gone meanwhile
  }
}

/** A new cpuset accepts no process until it says which CPUs and memory it has. */
async function inheritCpuset(dir: string): Promise<void> {
  for (const file of ['cpuset.cpus', 'cpuset.mems']) {
    const [own] = await readLines(join(dir, file));
    const [parent] = await readLines(join(dirname(dir), file));
    if (!own && parent) await writeFile(join(dir, file), parent);
  }
}

async function enableControllers(dir: string): Promise<void> {
  for (const controller of await readLines(join(dir, 'cgroup.controllers'))) {
    // One at a time: a controller that cannot be had must not take along others.
    await ignoring(
      ['EBUSY', 'EINVAL', 'ENOENT', 'EOPNOTSUPP', 'EACCES'],
      writeFile(join(dir, 'cgroup.subtree_control'), `+${controller}`),
    );
  }
}

async function makeCgroup(mount: CgroupMount, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  if (mount.version === 1) await inheritCpuset(dir);
}

/** The folder and everything below, deepest first. */
async function subtree(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(
    entries.filter(e => e.isDirectory()).map(e => subtree(join(dir, e.name))),
  );
  return [...below.flat(), dir];
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended meanwhile
  }
}

/** Removes a tree; the kernel needs a moment after the last process ended. */
async function removeTree(root: string, deadlineMs = 5000): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    let busy = false;
    for (const dir of await subtree(root)) {
      for (const pid of await readLines(join(dir, 'cgroup.procs'))) {
        kill(Number(pid));
      }
      try {
        await rmdir(dir);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EBUSY' || code === 'ENOTEMPTY') busy = true;
        else if (code !== 'ENOENT') throw error;
      }
    }
    if (!busy || Date.now() > deadline) return;
    await delay(20);
  }
}

/**
 * Describes the cgroups of an instance; `create` makes them. What an earlier
 * run left behind under the same name is ended and removed first.
 */
export async function createCgroups(
  instance: string,
): Promise<InstanceCgroups> {
  const mounts = parseCgroupMounts(
    await readFile('/proc/self/mountinfo', 'utf8'),
  );
  const roots = mounts.map(mount => join(mount.path, PARENT, instance));
  const remove = async () => {
    await Promise.all(roots.map(root => removeTree(root)));
    await Promise.all(
      mounts.map(mount =>
        // Stays as long as another cluster runs.
        ignoring(
          ['ENOTEMPTY', 'EBUSY', ...MISSING],
          rmdir(join(mount.path, PARENT)),
        ),
      ),
    );
  };
  await remove();
  for (const [index, mount] of mounts.entries()) {
    await makeCgroup(mount, join(mount.path, PARENT));
    await makeCgroup(mount, roots[index]);
    await makeCgroup(mount, join(roots[index], 'system'));
  }
  const procs = (dir: string) => join(dir, 'cgroup.procs');
  return {
    mounts,
    rootProcs: roots.map(procs),
    systemProcs: roots.map(root => procs(join(root, 'system'))),
    remove,
    async settle() {
      for (const [index, mount] of mounts.entries()) {
        const root = roots[index];
        for (const pid of await readLines(procs(root))) {
          await ignoring(
            ['ESRCH'],
            writeFile(procs(join(root, 'system')), pid),
          );
        }
        if (mount.version === 2) {
          await enableControllers(mount.path);
          await enableControllers(join(mount.path, PARENT));
          await enableControllers(root);
        }
      }
    },
  };
}
