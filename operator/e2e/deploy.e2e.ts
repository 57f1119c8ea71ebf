import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildTool, createProgress } from '@monero-portal/dev-cluster';
import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { parseAllDocuments } from 'yaml';
import { footprintOf } from './rights';
import { Bench, connect, kubectl, required, until } from './support';

const CHART = 'operator/deploy/helm';
const KEEP = 'helm.sh/resource-policy';
const PORTAL = 'docker.io/monero-portal/monero-portal:dev';
const MONEROD = 'docker.io/monero-portal/monerod:0.18.4.0';
const ROOT = join(__dirname, '../..');

let helmPath: string;

async function helm(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(helmPath, args, {
    cwd: ROOT,
    timeout: 120_000,
    maxBuffer: 16 * 1024 * 1024,
    env: {
      ...process.env,
      KUBECONFIG: required('MONERO_DEV_CLUSTER_KUBECONFIG'),
    },
  });
  return stdout;
}

/** Objects by what they are, without what Helm alone needs. */
function objectsOf(text: string): Record<string, KubeObject> {
  const objects = parseAllDocuments(text)
    .map(document => document.toJS() as KubeObject | null)
    .filter(object => object !== null);
  const named = objects.map(object => {
    const { annotations = {}, ...metadata } = object.metadata;
    const { [KEEP]: _, ...others } = annotations;
    const left = Object.keys(others).length > 0 ? { annotations: others } : {};
    const name = `${object.kind} ${metadata.namespace ?? ''}/${metadata.name}`;
    return [name, { ...object, metadata: { ...metadata, ...left } }] as const;
  });
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  return Object.fromEntries(named);
}

function rendered(...values: string[]): Promise<string> {
  return helm(
    ...['template', 'monero-operator', CHART, '--namespace=monero-system'],
    ...values.map(value => `--set=${value}`),
  );
}

describe('the manifests of the operator', () => {
  beforeAll(async () => {
    helmPath = await buildTool('helm', {
      progress: createProgress(),
      signal: new AbortController().signal,
    });
  }, 900_000);

  it.each([
    ['for all namespaces', 'base', []],
    ['for one namespace', 'namespaced', ['watchNamespaces={monero}']],
  ])(
    'are the same objects by kustomize and by Helm, %s',
    async (_, folder, values) => {
      const byKustomize = objectsOf(
        await kubectl('kustomize', `operator/deploy/${folder}`),
      );
      const byHelm = objectsOf(
        await rendered('namespace.create=true', ...values),
      );
      expect(Object.keys(byHelm).sort()).toEqual(
        Object.keys(byKustomize).sort(),
      );
      expect(byHelm).toEqual(byKustomize);
      expect(Object.keys(byHelm)).toContain(
        'Deployment monero-system/monero-operator',
      );
    },
  );

  it('have the operator scraped by the same object, where that is asked for', async () => {
    const byKustomize = objectsOf(
      await kubectl('kustomize', 'operator/deploy/monitoring'),
    );
    const [name] = Object.keys(byKustomize);
    expect(name).toBe('PodMonitor monero-system/monero-operator');
    const enabled = objectsOf(await rendered('podMonitor.enabled=true'));
    expect(enabled[name]).toEqual(byKustomize[name]);
    const { [name]: labelled } = objectsOf(
      await rendered(
        'podMonitor.enabled=true',
        'podMonitor.labels.release=kps',
      ),
    );
    expect(labelled.metadata.labels).toMatchObject({ release: 'kps' });
    // A cluster that does not know the resource refuses a release that has it.
    expect(Object.keys(objectsOf(await rendered()))).not.toContain(name);
  });

  it('grant nothing in namespaces that are not watched', async () => {
    const objects = objectsOf(await rendered('watchNamespaces={a,b}'));
    const rights = Object.keys(objects).filter(name =>
      /^(Cluster)?Role(Binding)? /.test(name),
    );
    expect(rights.sort()).toEqual([
      // One definition by name, to read: it is in no namespace.
      'ClusterRole /monero-system-monero-operator-definitions',
      'ClusterRoleBinding /monero-system-monero-operator-definitions',
      'Role a/monero-operator',
      'Role b/monero-operator',
      'Role monero-system/monero-operator-leader-election',
      'RoleBinding a/monero-operator',
      'RoleBinding b/monero-operator',
      'RoleBinding monero-system/monero-operator-leader-election',
    ]);
  });

  it('keep the definitions when the release goes', async () => {
    const definitions = parseAllDocuments(await rendered())
      .map(document => document.toJS() as KubeObject | null)
      .filter(object => object?.kind === 'CustomResourceDefinition');
    expect(definitions).toHaveLength(3);
    for (const definition of definitions) {
      expect(definition?.metadata.annotations).toMatchObject({
        [KEEP]: 'keep',
      });
    }
  });

  it('are what helm lint accepts', async () => {
    expect(await helm('lint', '--strict', CHART)).toContain(
      '0 chart(s) failed',
    );
  });

  it.each([
    ['watchNamespace=monero', /watchNamespace/],
    ['watchNamespaces={Monero}', /watchNamespaces/],
    ['replicas=two', /replicas/],
    ['image=', /image/],
  ])('refuse %s, by name', async (value, reason) => {
    await expect(rendered(value)).rejects.toThrow(reason);
  });
});

describe('an operator for one namespace, installed by Helm', () => {
  const id = Date.now().toString(36);
  const home = `deploy-e2e-${id}`;
  const [watched, other] = [`${home}-watched`, `${home}-other`];
  let client: KubeClient;
  let bench: Bench;

  const scaleMain = async (replicas: number) => {
    await kubectl(
      ...['scale', 'deployment/monero-operator', '-n', 'monero-system'],
      `--replicas=${replicas}`,
    );
    await kubectl(
      ...['rollout', 'status', 'deployment/monero-operator'],
      ...['-n', 'monero-system', '--timeout=100s'],
    );
  };
  const createNamespace = (name: string) =>
    client.create(RESOURCES.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });

  beforeAll(async () => {
    client = connect();
    bench = new Bench(client, watched);
    await bench.deployOperator();
    await Promise.all([home, watched, other].map(createNamespace));
    // Of two operators with the same wishes nobody could tell who did what.
    await scaleMain(0);
  });

  afterAll(async () => {
    await helm('uninstall', 'monero-operator', '-n', home).catch(() => {});
    await scaleMain(1);
    for (const namespace of [watched, other, home]) {
      await client
        .delete(RESOURCES.namespaces, undefined, namespace)
        .catch(() => {});
    }
    await client.close();
  });

  it('runs two restricted pods', async () => {
    await helm(
      ...['install', 'monero-operator', CHART, '-n', home, '--wait'],
      `--set=image=${PORTAL}`,
      '--set=imagePullPolicy=IfNotPresent',
      `--set=monerodImage=${MONEROD}`,
      `--set=watchNamespaces={${watched}}`,
      '--set=crds.install=false',
    );
    const { items } = await client.list(RESOURCES.pods, { namespace: home });
    expect(items).toHaveLength(2);
    const privileged = client.create(RESOURCES.pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'privileged', namespace: home },
      spec: { containers: [{ name: 'c', image: PORTAL }] },
    });
    await expect(privileged).rejects.toThrow(
      /violates PodSecurity "restricted/,
    );
  });

  it('looks after its namespace, and after no other', async () => {
    const spec = { replicas: 1, network: 'regtest' as const };
    const elsewhere = new Bench(client, other);
    await elsewhere.apply('stranger', spec);
    await bench.apply('nodes', spec);
    await bench.ready('nodes');
    const stranger = await elsewhere.nodeSet('stranger');
    expect(stranger.status).toBeUndefined();
    expect(await elsewhere.pods('stranger')).toEqual([]);
  });

  it('asked for nothing that its Roles do not grant', async () => {
    const data = required('MONERO_DEV_CLUSTER_DATA');
    const { used, forbidden } = await until(
      'its footprint',
      () => footprintOf(data, `${home}:monero-operator`),
      each => each.used.includes('patch utxo.com.br/moneronodesets/status'),
    );
    expect(forbidden).toEqual([]);
    expect(used).toContain('watch /pods');
  });

  it('leaves its node sets alone when it is uninstalled', async () => {
    const before = await bench.identities('nodes');
    await helm('uninstall', 'monero-operator', '-n', home, '--wait');
    expect(await bench.identities('nodes')).toEqual(before);
    expect(before).toHaveProperty('nodes-0');
    const crds = await kubectl('get', 'crd', '-o', 'name');
    expect(crds).toContain('moneronodesets.utxo.com.br');
  });
});
