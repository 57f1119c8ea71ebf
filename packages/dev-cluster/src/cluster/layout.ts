import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/**
 * Where the data folder is seen inside the mount namespace. Short and fixed:
 * Unix sockets allow 107 characters, and configuration files need not know
 * where a checkout lies.
 */
export const INSIDE = '/run/cluster';

/** Files and folders of a cluster, by absolute path on the machine. */
export interface Layout {
  dataDir: string;
  /** Eight hexadecimal digits, from the data folder: names its cgroups and locks. */
  instance: string;
  settings: string;
  pki: string;
  kubeconfigs: string;
  adminKubeconfig: string;
  config: string;
  logs: string;
  volumes: string;
}

/** @param dataDir may be relative to the working directory. */
export function layoutOf(dataDir: string): Layout {
  const root = resolve(dataDir);
  return {
    dataDir: root,
    instance: createHash('sha256').update(root).digest('hex').slice(0, 8),
    settings: join(root, 'settings.json'),
    pki: join(root, 'pki'),
    kubeconfigs: join(root, 'kubeconfig'),
    adminKubeconfig: join(root, 'kubeconfig.yaml'),
    config: join(root, 'config'),
    logs: join(root, 'logs'),
    volumes: join(root, 'volumes'),
  };
}
