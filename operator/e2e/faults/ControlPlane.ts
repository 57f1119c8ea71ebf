import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevCluster } from '@monero-portal/dev-cluster';
import {
  createKubeClient,
  KubeClient,
  KubeObject,
  KubeTarget,
  RESOURCES,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { parse } from 'yaml';
import { until } from '../support';

const ROOT = join(__dirname, '../../..');
const KINDS = ['moneronodesets', 'moneronetworks', 'monerominingnodesets'];

/** A real API server with its controllers and nothing that runs pods. */
export interface ControlPlane {
  client: KubeClient;
  target: KubeTarget;
  kubeconfig: string;
  release(): Promise<void>;
}

/**
 * The control plane that MONERO_CONTROL_PLANE_KUBECONFIG names, else one of our
 * own. With the definitions of crds/.
 */
export async function controlPlane(): Promise<ControlPlane> {
  const running = process.env.MONERO_CONTROL_PLANE_KUBECONFIG;
  const { kubeconfig, end } = running
    ? { kubeconfig: running, end: async () => {} }
    : await start();
  const target = targetFromKubeconfig(kubeconfig);
  const client = createKubeClient(target, { userAgent: 'operator-e2e' });
  await installDefinitions(client);
  return {
    client,
    target,
    kubeconfig,
    async release() {
      await client.close();
      await end();
    },
  };
}

async function start() {
  const dataDir = await mkdtemp(join(tmpdir(), 'control-plane-'));
  const cluster = await startDevCluster({ dataDir, nodes: 0 });
  return {
    kubeconfig: cluster.kubeconfigPath,
    async end() {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A definition as crds/ has it. */
export async function definitionOf(plural: string): Promise<KubeObject> {
  const text = await readFile(join(ROOT, 'crds', `${plural}.yaml`), 'utf8');
  return parse(text) as KubeObject;
}

/** Applies definitions and waits until they are served. */
export async function installDefinitions(
  client: KubeClient,
  definitions?: KubeObject[],
): Promise<void> {
  const all = definitions ?? (await Promise.all(KINDS.map(definitionOf)));
  for (const definition of all) {
    await client.apply(RESOURCES.customResourceDefinitions, definition, {
      fieldManager: 'operator-e2e',
    });
  }
  for (const { metadata, spec } of all) {
    const { group, versions } = spec as {
      group: string;
      versions: Array<{ name: string }>;
    };
    const [plural] = metadata.name.split('.');
    await until(
      `${plural} are served`,
      () => client.list({ group, version: versions[0].name, plural }),
      () => true,
    );
  }
}

/** A namespace of its own for a test; removed without waiting. */
export async function createNamespace(
  client: KubeClient,
  name: string,
): Promise<{ namespace: string; remove(): Promise<void> }> {
  await client.create(RESOURCES.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  });
  return {
    namespace: name,
    remove: () =>
      client
        .delete(RESOURCES.namespaces, undefined, name)
        .catch(() => undefined),
  };
}
