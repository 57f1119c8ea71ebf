import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  createKubeClient,
  isKubeError,
  KubeClient,
  KubeObject,
  ResourceRef,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { findRunning, startDevCluster } from '../src';
import { temporaryDataDir } from './support';

/** A cluster that tests share, each in names of its own. */
export interface SharedCluster {
  kubeconfigPath: string;
  kubectl: string;
  client: KubeClient;
  /** Part of names that nobody else uses. */
  unique: string;
  release(): Promise<void>;
}

/**
 * The running cluster that MONERO_DEV_CLUSTER_KUBECONFIG and
 * MONERO_DEV_CLUSTER_DATA name, else one of our own.
 */
export async function sharedCluster(): Promise<SharedCluster> {
  const unique = randomBytes(4).toString('hex');
  const {
    MONERO_DEV_CLUSTER_KUBECONFIG: kubeconfigPath,
    MONERO_DEV_CLUSTER_DATA: dataDir,
  } = process.env;
  const running = dataDir ? await findRunning(dataDir) : undefined;
  if (kubeconfigPath && running?.binDir) {
    const client = createKubeClient(targetFromKubeconfig(kubeconfigPath));
    const kubectl = join(running.binDir, 'kubectl');
    const release = () => client.close();
    return { kubeconfigPath, kubectl, client, unique, release };
  }
  const data = await temporaryDataDir();
  const own = await startDevCluster({ dataDir: data.dataDir, images: false });
  const client = createKubeClient(targetFromKubeconfig(own.kubeconfigPath));
  return {
    kubeconfigPath: own.kubeconfigPath,
    kubectl: join(own.binDir, 'kubectl'),
    client,
    unique,
    async release() {
      await client.close();
      await own.stop();
      await data.remove();
    },
  };
}

/** The object, or undefined when there is none. */
export async function find<T extends KubeObject>(
  client: KubeClient,
  resource: ResourceRef,
  namespace: string | undefined,
  name: string,
): Promise<T | undefined> {
  return client.get<T>(resource, namespace, name).catch(error => {
    if (isKubeError(error, 'NotFound')) return undefined;
    throw error;
  });
}
