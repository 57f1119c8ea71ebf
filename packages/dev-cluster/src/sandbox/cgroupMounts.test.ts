import { parseCgroupMounts, remountCommands } from './cgroupMounts';

const line = (path: string, type: string, options: string) =>
  `35 30 0:29 / ${path} rw,nosuid shared:9 - ${type} ${type} ${options}`;

const UNIFIED = line('/sys/fs/cgroup', 'cgroup2', 'rw,nsdelegate');
const HYBRID = [
  '30 23 0:25 / /sys/fs/cgroup ro,nosuid - tmpfs tmpfs ro,mode=755',
  line('/sys/fs/cgroup/cpu,cpuacct', 'cgroup', 'rw,cpu,cpuacct'),
  line('/sys/fs/cgroup/systemd', 'cgroup', 'rw,xattr,name=systemd'),
  line('/sys/fs/cgroup/unified', 'cgroup2', 'rw'),
  line('/mnt/other', 'cgroup', 'rw,memory'),
  '',
].join('\n');

describe('parseCgroupMounts', () => {
  it('finds a single version 2', () => {
    expect(parseCgroupMounts(UNIFIED)).toEqual([
      { path: '/sys/fs/cgroup', version: 2, mountOptions: '' },
    ]);
  });

  it('finds version 1 hierarchies and what mounts them again', () => {
    expect(parseCgroupMounts(HYBRID)).toEqual([
      {
        path: '/sys/fs/cgroup/cpu,cpuacct',
        version: 1,
        mountOptions: 'cpu,cpuacct',
      },
      {
        path: '/sys/fs/cgroup/systemd',
        version: 1,
        mountOptions: 'none,name=systemd',
      },
      { path: '/sys/fs/cgroup/unified', version: 2, mountOptions: '' },
    ]);
  });
});

describe('remountCommands', () => {
  it('mounts version 2 over the old mount', () => {
    expect(remountCommands(parseCgroupMounts(UNIFIED))).toEqual([
      'mount -t cgroup2 cgroup2 /sys/fs/cgroup',
    ]);
  });

  it('mounts each version 1 hierarchy where it was', () => {
    expect(remountCommands(parseCgroupMounts(HYBRID))).toEqual([
      'mount -t tmpfs -o mode=755 cgroups /sys/fs/cgroup',
      'mkdir -p /sys/fs/cgroup/cpu,cpuacct',
      'mount -t cgroup -o cpu,cpuacct cgroup /sys/fs/cgroup/cpu,cpuacct',
      'mkdir -p /sys/fs/cgroup/systemd',
      'mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd',
      'mkdir -p /sys/fs/cgroup/unified',
      'mount -t cgroup2 cgroup2 /sys/fs/cgroup/unified',
    ]);
  });
});
