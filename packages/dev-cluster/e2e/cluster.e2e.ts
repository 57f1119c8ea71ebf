import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { startDevCluster, type DevCluster } from '../src';
import {
  apply,
  asPortal,
  idlePods,
  kubectlOf,
  remains,
  temporaryDataDir,
  waitFor,
} from './support';

/** Folders that Kubernetes likes to make on the machine. */
const TRACES = [
  '/var/lib/kubelet',
  '/var/lib/containerd',
  '/var/log/pods',
  '/var/log/containers',
  '/opt/containerd',
  '/usr/libexec/kubernetes',
  '/run/containerd',
];

const SYSCTLS = [
  'kernel/panic',
  'kernel/panic_on_oops',
  'vm/overcommit_memory',
];

async function machineState() {
  const exists = (path: string) =>
    access(path).then(
      () => path,
      () => undefined,
    );
  return {
    folders: await Promise.all(TRACES.map(exists)),
    sysctls: await Promise.all(
      SYSCTLS.map(key => readFile(`/proc/sys/${key}`, 'utf8')),
    ),
    mounts: createHash('sha256')
      .update(await readFile('/proc/self/mountinfo'))
      .digest('hex'),
  };
}

describe('a development cluster', () => {
  let data: Awaited<ReturnType<typeof temporaryDataDir>>;
  let cluster: DevCluster;
  let kubectl: ReturnType<typeof kubectlOf>;
  let before: Awaited<ReturnType<typeof machineState>>;
  const restarts: string[] = [];

  const start = () =>
    startDevCluster({
      dataDir: data.dataDir,
      images: false,
      onProgress: ({ step }) => {
        if (step.startsWith('Restart')) restarts.push(step);
      },
    });
  const readyNodes = async () => {
    const jsonpath =
      '{range .items[*]}{.status.conditions[?(@.type=="Ready")].status} {end}';
    return kubectl('get', 'nodes', '--output', `jsonpath=${jsonpath}`);
  };
  const idleIsAvailable = () =>
    kubectl(
      ...['wait', '--for=condition=Available', '--timeout=50s'],
      'deployment/idle',
    );
  /** Sees the processes of the cluster only. */
  const killAll = (name: string) =>
    cluster.exec(['pkill', '-KILL', '-x', name]);

  beforeAll(async () => {
    before = await machineState();
    data = await temporaryDataDir();
    cluster = await start();
    kubectl = kubectlOf(cluster);
  }, 900_000);

  afterAll(async () => {
    await cluster?.stop();
    await data?.remove();
  });

  it('has three nodes that are Ready', async () => {
    expect(await readyNodes()).toBe('True True True ');
    expect(cluster.nodeNames).toEqual(['node-0', 'node-1', 'node-2']);
  });

  it('runs restricted pods, one on each node', async () => {
    await apply(cluster, idlePods('idle', 3));
    await idleIsAvailable();
    const nodes = await kubectl(
      ...['get', 'pods', '--output'],
      'jsonpath={.items[*].spec.nodeName}',
    );
    expect(nodes.split(' ').sort()).toEqual(['node-0', 'node-1', 'node-2']);
  });

  it('resolves names of Services through the DNS Service', async () => {
    const program = `
      const { Resolver } = require('node:dns').promises;
      const resolver = new Resolver({ timeout: 2000 });
      resolver.setServers(['10.96.0.10']);
      resolver.resolve4('kubernetes.default.svc.cluster.local').then(
        ([address]) => process.stdout.write(address));`;
    const { stdout } = await cluster.exec([process.execPath, '-e', program]);
    expect(stdout).toBe('10.96.0.1');
  });

  it('lets the portal read what it shows, and nothing else', async () => {
    const can = async (verb: string, resource: string) => {
      const answer = await asPortal(
        cluster,
        ...['auth', 'can-i', verb, resource, '--all-namespaces'],
      );
      return answer.trim();
    };
    expect(await can('watch', 'pods')).toBe('yes');
    expect(await can('get', 'pods/log')).toBe('yes');
    expect(await can('list', 'statefulsets.apps')).toBe('yes');
    expect(await can('list', 'persistentvolumeclaims')).toBe('no');
    expect(await can('get', 'secrets')).toBe('no');
    expect(await can('create', 'pods')).toBe('no');
    // can-i does not know kinds that are not there yet; the list does.
    expect(await asPortal(cluster, 'auth', 'can-i', '--list')).toMatch(
      /^moneronodesets\.utxo\.com\.br .*\[get list watch\]$/m,
    );
  });

  it('measures pods and nodes', async () => {
    let measured: { metadata: { name: string } }[] = [];
    await waitFor('metrics of three nodes', async () => {
      const path = '/apis/metrics.k8s.io/v1beta1/nodes';
      measured = JSON.parse(await kubectl('get', '--raw', path)).items;
      return measured.length === 3;
    });
    const names = measured.map(({ metadata }) => metadata.name).sort();
    expect(names).toEqual(['node-0', 'node-1', 'node-2']);
  });

  it('comes back when the API server is killed', async () => {
    restarts.length = 0;
    await killAll('kube-apiserver');
    await waitFor('the API server', async () => {
      return (await kubectl('get', '--raw', '/readyz')) === 'ok';
    });
    expect(restarts).toContain('Restart kube-apiserver');
    await idleIsAvailable();
  });

  it.each([
    ['etcd', 'etcd'],
    ['containerd', 'containerd-node-2'],
    ['kubelet', 'kubelet-node-1'],
    ['kube-controller', 'kube-controller-manager'], // cut at 15 characters
    ['kube-scheduler', 'kube-scheduler'],
    ['kube-proxy', 'kube-proxy'],
    ['coredns', 'coredns'],
    ['socat', 'api-relay'],
  ])('comes back when %s is killed', async (name, program) => {
    restarts.length = 0;
    await killAll(name);
    await waitFor('the restart', async () =>
      restarts.includes(`Restart ${program}`),
    );
    await waitFor(
      'nodes',
      async () => (await readyNodes()) === 'True True True ',
    );
    // Only a working whole can do this.
    await kubectl('rollout', 'restart', 'deployment/idle');
    expect(
      await kubectl('rollout', 'status', 'deployment/idle', '--timeout=60s'),
    ).toContain('successfully rolled out');
  });

  it('does not disturb another cluster beside it, nor the other way round', async () => {
    const other = await temporaryDataDir();
    const second = await startDevCluster({
      ...{ dataDir: other.dataDir, nodes: 1, images: false },
    });
    try {
      expect(second.server).not.toBe(cluster.server);
      await apply(second, idlePods('idle', 1));
      await kubectlOf(second)(
        ...['wait', '--for=condition=Available', '--timeout=50s'],
        'deployment/idle',
      );
    } finally {
      await second.stop();
    }
    expect(await remains(other.dataDir)).toEqual([]);
    await other.remove();
    expect(await readyNodes()).toBe('True True True ');
  });

  it('refuses a second start on the same data folder', async () => {
    await expect(start()).rejects.toMatchObject({
      code: 'AlreadyRunning',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(await readyNodes()).toBe('True True True ');
  });

  it('keeps its state over a stop and a start', async () => {
    await kubectl('create', 'configmap', 'kept', '--from-literal=height=100');
    await cluster.stop();
    expect(await remains(data.dataDir)).toEqual([]);
    cluster = await start();
    const height = 'jsonpath={.data.height}';
    expect(await kubectl('get', 'configmap', 'kept', '--output', height)).toBe(
      '100',
    );
    await idleIsAvailable();
  });

  it('says when its namespaces were killed, and then leaves nothing', async () => {
    const { stdout } = await cluster.exec(['cat', '/proc/1/comm']);
    expect(stdout).toBe('bash\n');
    // A signal from inside does not reach process 1: end its parent instead.
    const init = (await remains(data.dataDir)).find(line =>
      line.includes('unshare\0'),
    );
    process.kill(Number(/^process (\d+)/.exec(init ?? '')?.[1]), 'SIGKILL');
    await expect(cluster.died).resolves.toMatchObject({ code: 'Died' });
    await cluster.stop();
    expect(await remains(data.dataDir)).toEqual([]);
  });

  it('left no trace on the machine', async () => {
    expect(await machineState()).toEqual(before);
  });
});
