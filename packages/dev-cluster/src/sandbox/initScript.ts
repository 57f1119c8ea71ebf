import { INSIDE } from '../cluster/layout';
import { NETWORK, nodeAddress } from '../config/network';
import { remountCommands, type CgroupMount } from './cgroupMounts';

/**
 * Kernel settings that a kubelet insists on and would write to the machine's
 * own (kernel.panic=10, for one): inside, files with these values lie over them.
 */
const KUBELET_SYSCTLS: Record<string, string> = {
  'vm/overcommit_memory': '1',
  'vm/panic_on_oom': '0',
  'kernel/panic': '10',
  'kernel/panic_on_oops': '1',
  'kernel/keys/root_maxkeys': '1000000',
  'kernel/keys/root_maxbytes': '25000000',
};

/**
 * The script that becomes process 1 of the namespaces. It expects the data
 * folder in `$DATA`, says `ready` on standard output, and then waits on
 * standard input: the end of that pipe means that the parent is gone, and the
 * end of process 1 takes everything along. Being bash, it reaps orphans.
 */
export function renderInitScript(
  cgroups: readonly CgroupMount[],
  nodes: number,
): string {
  const sysctls = Object.entries(KUBELET_SYSCTLS).flatMap(([key, value]) => [
    `mkdir -p /run/sysctl/$(dirname ${key})`,
    `echo ${value} > /run/sysctl/${key}`,
    `mount --bind /run/sysctl/${key} /proc/sys/${key}`,
  ]);
  const addresses = Array.from(
    { length: nodes },
    (_, index) => `ip address add ${nodeAddress(index)}/32 dev lo`,
  );
  return [
    'set -eu',
    // Hold the data folder: the mounts below may cover its path.
    'exec 9< "$DATA"',
    'mount -t tmpfs -o mode=755 tmpfs /run',
    `mkdir -p /run/lock /run/netns /run/var/upper /run/var/work ${INSIDE}`,
    ': > /run/xtables.lock',
    `mount --no-canonicalize --bind /proc/self/fd/9 ${INSIDE}`,
    'exec 9<&-',
    // What programs write to fixed places of /var stays in here.
    'mount -t overlay overlay -o lowerdir=/var,upperdir=/run/var/upper,workdir=/run/var/work /var',
    'case "$DATA" in /run/*|/var/*)',
    `  mkdir -p "$DATA" && mount --bind ${INSIDE} "$DATA";; esac`,
    ...remountCommands(cgroups),
    ...sysctls,
    'ip link set lo up',
    ...addresses,
    'ip link add cluster0 type bridge',
    `ip address add ${NETWORK.hostAddress}/16 dev cluster0`,
    'ip link set cluster0 up',
    // Without any route, connections to service addresses fail before
    // kube-proxy's rules see them.
    `ip route add ${NETWORK.serviceCidr} dev cluster0`,
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
    'echo ready',
    'while read -r _; do :; done',
  ].join('\n');
}
