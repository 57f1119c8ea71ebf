import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { DevClusterError } from '../errors';

/** Programs from the system and the Debian package that each is in. */
const SYSTEM_PROGRAMS: Record<string, string> = {
  runc: 'runc',
  iptables: 'iptables',
  ip: 'iproute2',
  conntrack: 'conntrack',
  socat: 'socat',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
  mount: 'mount',
};

const CNI_DIR = '/usr/lib/cni';

/** Debian puts these where a user's PATH may not look. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/sbin:/sbin';

/** What the checks ask of the machine; replaced in tests. */
export interface Host {
  platform: string;
  uid: number;
  path: string;
  isExecutable(path: string): Promise<boolean>;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The machine that this process runs on. */
export function thisHost(): Host {
  return {
    platform: process.platform,
    uid: process.getuid?.() ?? -1,
    path: process.env.PATH ?? '',
    isExecutable,
  };
}

async function onPath(host: Host, program: string): Promise<boolean> {
  const dirs = `${host.path}:${SYSTEM_PATH}`.split(':').filter(Boolean);
  const found = await Promise.all(
    dirs.map(dir => host.isExecutable(join(dir, program))),
  );
  return found.includes(true);
}

async function missingPackages(host: Host): Promise<string[]> {
  const missing = new Set<string>();
  for (const [program, debianPackage] of Object.entries(SYSTEM_PROGRAMS)) {
    if (!(await onPath(host, program))) missing.add(debianPackage);
  }
  if (!(await host.isExecutable(join(CNI_DIR, 'ptp')))) {
    missing.add('containernetworking-plugins');
  }
  return [...missing].sort();
}

const ELSEWHERE =
  'Or use a cluster that you have: any Kubernetes will do (kind, k3d, minikube).';

/**
 * Makes sure that this machine can run the cluster.
 * @throws DevClusterError `NotLinux`, `NotRoot` or `MissingPackage`.
 */
export async function checkHost(host: Host = thisHost()): Promise<void> {
  if (host.platform !== 'linux') {
    throw new DevClusterError(
      'NotLinux',
      `The development cluster needs Linux; this is ${host.platform}. ${ELSEWHERE}`,
    );
  }
  if (host.uid !== 0) {
    throw new DevClusterError(
      'NotRoot',
      `The development cluster needs root, for namespaces and containers. Start it with sudo. ${ELSEWHERE}`,
    );
  }
  const missing = await missingPackages(host);
  if (missing.length > 0) {
    throw new DevClusterError(
      'MissingPackage',
      `Programs of the system are missing. Install them: apt-get install --yes ${missing.join(
        ' ',
      )}`,
    );
  }
}
