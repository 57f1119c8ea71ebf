import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type KubeClient,
  type KubeObject,
  RESOURCES,
} from '@monero-portal/kube-client';
import {
  findProcesses,
  runInside,
  type Process,
} from '@monero-portal/dev-cluster';
import type { LoopEnvironment } from './environment';

/** Ends a fault; at the second call it does nothing. */
export type Mend = () => Promise<void>;

/** A pod by its address. */
export interface PodRef {
  namespace: string;
  name: string;
}

interface ContainerStatus {
  name: string;
  containerID?: string;
}

interface PodWithContainers extends KubeObject {
  status?: {
    containerStatuses?: ContainerStatus[];
    /** Sidecars' too. */
    initContainerStatuses?: ContainerStatus[];
  };
}

const P2P_PORT = '18080';
const API_SERVER = 'kube-apiserver';
const API_SERVER_PORT = '6443';
/** Where the cluster's programs see its data folder. */
const CLUSTER_DATA = '/run/cluster';
const POLL_MS = 50;
const PROCESS_TIMEOUT_MS = 30_000;

/** The process that a container of a pod runs. */
async function processOf(
  client: KubeClient,
  { namespace, name }: PodRef,
  container: string,
  program: string,
): Promise<Process> {
  const pod = await client.get<PodWithContainers>(
    RESOURCES.pods,
    namespace,
    name,
  );
  const { containerStatuses = [], initContainerStatuses = [] } =
    pod.status ?? {};
  const id = [...containerStatuses, ...initContainerStatuses]
    .find(status => status.name === container)
    ?.containerID?.split('//')[1];
  const [found] = id
    ? await findProcesses(
        each => each.name === program && each.cgroups.includes(id),
      )
    : [];
  if (!found) throw new Error(`${container} of pod ${name} does not run`);
  return found;
}

/** Stops a process where it stands, until it is mended. */
function paused({ pid }: Process): Mend {
  process.kill(pid, 'SIGSTOP');
  return async () => {
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      // It was ended meanwhile, and runs again under another number.
    }
  };
}

/** Pauses the daemon of a pod: it keeps its memory and connections, and answers nobody. */
export async function pauseDaemon(
  client: KubeClient,
  pod: PodRef,
): Promise<Mend> {
  return paused(await processOf(client, pod, 'monerod', 'monerod'));
}

/** Pauses the tor of a pod. */
export async function pauseTor(client: KubeClient, pod: PodRef): Promise<Mend> {
  return paused(await processOf(client, pod, 'tor', 'tor'));
}

/** Pauses the exporter of a pod. */
export async function pauseExporter(
  client: KubeClient,
  pod: PodRef,
): Promise<Mend> {
  return paused(await processOf(client, pod, 'exporter', 'node'));
}

/**
 * Cuts a pod off from every peer: what it sends to a daemon's port, or from its
 * own, is answered with a reset, in both directions. All else goes through.
 */
export async function cutOff(client: KubeClient, pod: PodRef): Promise<Mend> {
  const { pid } = await processOf(client, pod, 'monerod', 'monerod');
  const rules = ['INPUT', 'OUTPUT'].flatMap(chain =>
    ['--sport', '--dport'].map(port => [
      ...[chain, '--protocol', 'tcp', port, P2P_PORT],
      // All but the resets themselves, which both ends are to see.
      ...['--tcp-flags', 'RST', 'NONE'],
      ...['--jump', 'REJECT', '--reject-with', 'tcp-reset'],
    ]),
  );
  for (const rule of rules) {
    await runInside(pid, 'net', ['iptables', '--wait', '--insert', ...rule]);
  }
  return async () => {
    for (const rule of rules.splice(0)) {
      await runInside(pid, 'net', ['iptables', '--wait', '--delete', ...rule]);
    }
  };
}

/** Whether a process sees the data of the cluster under test where the cluster's programs do. */
async function isOfCluster(
  { pid }: Process,
  loop: LoopEnvironment,
): Promise<boolean> {
  const own = await stat(loop.clusterData);
  const seen = await stat(`/proc/${pid}/root${CLUSTER_DATA}`).catch(() => null);
  return seen?.ino === own.ino && seen.dev === own.dev;
}

/** The API server of the cluster under test, once it is another than `before`. */
async function apiServer(
  loop: LoopEnvironment,
  before?: Process,
): Promise<Process> {
  const end = Date.now() + PROCESS_TIMEOUT_MS;
  while (Date.now() < end) {
    const running = await findProcesses(
      each => each.name === API_SERVER && each.pid !== before?.pid,
    );
    for (const each of running) {
      if (await isOfCluster(each, loop)) return each;
    }
    await delay(POLL_MS);
  }
  throw new Error('no API server runs');
}

/**
 * Stops the API server. Whatever looks after the cluster starts it again, but
 * nobody reaches it until the fault is mended.
 */
export async function stopApiServer(loop: LoopEnvironment): Promise<Mend> {
  const rule = [
    ...['INPUT', '--protocol', 'tcp', '--dport', API_SERVER_PORT],
    ...['--jump', 'REJECT', '--reject-with', 'tcp-reset'],
  ];
  const running = await apiServer(loop);
  await runInside(running.pid, 'net', [
    ...['iptables', '--wait', '--insert'],
    ...rule,
  ]);
  process.kill(running.pid, 'SIGKILL');
  let mended = false;
  return async () => {
    if (mended) return;
    mended = true;
    const { pid } = await apiServer(loop, running);
    await runInside(pid, 'net', ['iptables', '--wait', '--delete', ...rule]);
  };
}

/** A volume that can be full. */
export interface SmallDisk {
  /** Where it lies in the cluster's files. */
  path: string;
  /** Takes all of it but `freeBytes`. */
  fill(freeBytes: number): Promise<Mend>;
  remove: Mend;
}

/** Makes a disk in memory, which every machine of the cluster sees. */
export async function smallDisk(
  loop: LoopEnvironment,
  name: string,
  bytes: number,
): Promise<SmallDisk> {
  const path = `/run/${name}`;
  const filler = `${path}/filler`;
  const run = async (...argv: string[]) => {
    await runInside((await apiServer(loop)).pid, 'mount', argv);
  };
  await run('mkdir', '-p', path);
  await run(
    ...['mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=0777`],
    ...['tmpfs', path],
  );
  return {
    path,
    async fill(freeBytes) {
      await run(
        ...[
          'sh',
          '-c',
          'fallocate -l $(($(df --output=avail -B1 "$1" | tail -1) - $2)) "$3"',
        ],
        ...['sh', path, String(freeBytes), filler],
      );
      return () => run('rm', '-f', filler);
    },
    remove: async () => {
      await run('umount', '--lazy', path);
      await run('rmdir', path);
    },
  };
}
