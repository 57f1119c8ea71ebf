/** One cgroup hierarchy of the machine. */
export interface CgroupMount {
  /** Where the machine has it, e.g. `/sys/fs/cgroup/memory`. */
  path: string;
  version: 1 | 2;
  /** Options that mount the same hierarchy again: `memory`, `none,name=systemd`. */
  mountOptions: string;
}

const ROOT = '/sys/fs/cgroup';

/** Super block options of a version 1 hierarchy that are not controllers. */
const NOT_CONTROLLERS =
  /^(rw|ro|xattr|clone_children|noprefix|release_agent=.*|favordynmods)$/;

function optionsOf(superOptions: string): string {
  const kept = superOptions.split(',').filter(o => !NOT_CONTROLLERS.test(o));
  const named = kept.some(option => option.startsWith('name='));
  return (named ? ['none', ...kept] : kept).join(',');
}

/**
 * Reads the hierarchies from the text of `/proc/self/mountinfo` (proc(5)):
 * either several of version 1 below `/sys/fs/cgroup`, possibly with an empty
 * version 2 beside them, or a single version 2.
 */
export function parseCgroupMounts(mountInfo: string): CgroupMount[] {
  const mounts = new Map<string, CgroupMount>();
  for (const line of mountInfo.split('\n')) {
    const [left, right] = line.split(' - ');
    if (!right) continue;
    const path = left.split(' ')[4];
    const [fsType, , superOptions = ''] = right.split(' ');
    if (path !== ROOT && !path.startsWith(`${ROOT}/`)) continue;
    if (fsType === 'cgroup2') {
      mounts.set(path, { path, version: 2, mountOptions: '' });
    } else if (fsType === 'cgroup') {
      const mountOptions = optionsOf(superOptions);
      mounts.set(path, { path, version: 1, mountOptions });
    }
  }
  return [...mounts.values()];
}

/** Shell commands that mount the same hierarchies, rooted at the cgroup namespace. */
export function remountCommands(mounts: readonly CgroupMount[]): string[] {
  const whole = mounts.find(mount => mount.path === ROOT);
  if (whole) return [`mount -t cgroup2 cgroup2 ${ROOT}`];
  return [
    `mount -t tmpfs -o mode=755 cgroups ${ROOT}`,
    ...mounts.flatMap(({ path, version, mountOptions }) => [
      `mkdir -p ${path}`,
      version === 2
        ? `mount -t cgroup2 cgroup2 ${path}`
        : `mount -t cgroup -o ${mountOptions} cgroup ${path}`,
    ]),
  ];
}
