import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DevCluster } from '../src';
import { layoutOf } from '../src/cluster/layout';

const execute = promisify(execFile);

/** A data folder of its own; removed with everything in it by `remove`. */
export async function temporaryDataDir() {
  const dataDir = await mkdtemp(join(tmpdir(), 'dev-cluster-'));
  return {
    dataDir,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** Asks again until the condition holds. */
export async function waitFor(
  what: string,
  condition: () => Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) {
      throw new Error(`${what}: not after ${timeoutMs / 1000} s`);
    }
    await delay(100);
  }
}

/** kubectl as the administrator of the cluster. */
export function kubectlOf(cluster: DevCluster) {
  return async (...args: string[]): Promise<string> => {
    const { stdout } = await execute(
      join(cluster.binDir, 'kubectl'),
      ['--kubeconfig', cluster.kubeconfigPath, ...args],
      { timeout: 60_000 },
    );
    return stdout;
  };
}

/** kubectl as the portal; the output also of a `can-i` that says no. */
export async function asPortal(
  cluster: DevCluster,
  ...args: string[]
): Promise<string> {
  const credentials = [
    ...['--kubeconfig', '/dev/null', '--server', cluster.server],
    ...['--token', cluster.portalToken],
    ...['--certificate-authority', join(cluster.dataDir, 'pki', 'ca.crt')],
  ];
  const kubectl = join(cluster.binDir, 'kubectl');
  const { stdout } = await execute(kubectl, [...credentials, ...args], {
    timeout: 60_000,
  }).catch((error: { stdout: string }) => error);
  return stdout;
}

/** Applies objects given as JSON. */
export function apply(cluster: DevCluster, ...objects: object[]) {
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  return cluster.exec(
    [
      join(cluster.binDir, 'kubectl'),
      ...['--kubeconfig', cluster.kubeconfigPath],
      ...['--server', 'https://127.0.0.1:6443', 'apply', '--filename', '-'],
    ],
    { input: JSON.stringify(list) },
  );
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => ''); // ended meanwhile
}

/** Ended, and waiting for process 1 of the machine to notice. */
async function isZombie(pid: string): Promise<boolean> {
  return /^\d+ \(.*\) Z /.test(await textOf(`/proc/${pid}/stat`));
}

/** Everything of a cluster that is still on the machine, its data aside. */
export async function remains(dataDir: string): Promise<string[]> {
  const mark = `monero-portal/${layoutOf(dataDir).instance}`;
  const found: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || (await isZombie(pid))) continue;
    const cgroups = await textOf(`/proc/${pid}/cgroup`);
    const command = await textOf(`/proc/${pid}/cmdline`);
    // One that is exiting has given its memory back, and its command line with it.
    if (!command) continue;
    if (cgroups.includes(mark)) found.push(`process ${pid} ${command}`);
    if ((await textOf(`/proc/${pid}/mounts`)).includes(dataDir)) {
      found.push(`mount of process ${pid} ${command}`);
    }
  }
  const { stdout } = await execute('find', [
    ...['/sys/fs/cgroup', '-type', 'd', '-path', `*${mark}`],
  ]);
  return [...found, ...stdout.split('\n').filter(Boolean)];
}

/** A Deployment that does nothing, each pod on a node of its own. */
export function idlePods(name: string, replicas: number) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas,
      // With every node taken, a new pod needs the old one to leave first.
      strategy: { type: 'Recreate' },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  topologyKey: 'kubernetes.io/hostname',
                  labelSelector: { matchLabels: labels },
                },
              ],
            },
          },
          terminationGracePeriodSeconds: 1,
          containers: [
            {
              name: 'idle',
              image: 'docker.io/monero-portal/pause:1',
              imagePullPolicy: 'Never',
              resources: { limits: { memory: '32Mi' } },
              securityContext: {
                runAsNonRoot: true,
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
                seccompProfile: { type: 'RuntimeDefault' },
              },
            },
          ],
        },
      },
    },
  };
}
