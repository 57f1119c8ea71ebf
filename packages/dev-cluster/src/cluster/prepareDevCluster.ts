import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { MAX_NODES, NETWORK, nodeNames } from '../config/network';
import { DevClusterError } from '../errors';
import { readIfExists, writeAtomic } from '../host/files';
import { assertPort, findFreePort } from '../host/ports';
import { lock } from '../host/socketLock';
import { renderKubeconfig } from '../pki/kubeconfig';
import { CLIENTS } from '../pki/identities';
import { ensurePki, type Pki } from '../pki/store';
import type { PreparedCluster, PrepareOptions } from '../types';
import { layoutOf, type Layout } from './layout';

/** Making every key takes a tenth of a second. */
const LOCK_TIMEOUT_MS = 10_000;

/** What must stay the same between starts. */
interface Settings {
  apiPort: number;
}

/** A prepared cluster, with what only its start needs. */
export interface Preparation extends PreparedCluster {
  layout: Layout;
  pki: Pki;
  nodes: number;
  apiPort: number;
}

function parseSettings(text: string | undefined): Partial<Settings> {
  if (text === undefined) return {};
  try {
    const { apiPort } = JSON.parse(text) as Partial<Settings>;
    return Number.isInteger(apiPort) ? { apiPort } : {};
  } catch {
    return {}; // damaged: a new port is chosen
  }
}

async function choosePort(layout: Layout, wanted?: number): Promise<number> {
  const settings = parseSettings(await readIfExists(layout.settings));
  const apiPort = wanted ?? settings.apiPort ?? (await findFreePort());
  if (apiPort !== settings.apiPort) {
    await writeAtomic(layout.settings, `${JSON.stringify({ apiPort })}\n`);
  }
  return apiPort;
}

async function writeKubeconfigs(
  layout: Layout,
  pki: Pki,
  clusterName: string,
  server: string,
  nodes: number,
): Promise<void> {
  const render = (userName: string, url: string) =>
    renderKubeconfig({
      clusterName,
      server: url,
      caPem: pki.ca.cert,
      userName,
      credentials: pki.certificates[userName],
    });
  const inside = `https://127.0.0.1:${NETWORK.apiServerPort}`;
  await Promise.all([
    writeAtomic(layout.adminKubeconfig, render('admin', server), 0o600),
    ...[...CLIENTS, ...nodeNames(nodes)].map(user =>
      writeAtomic(
        join(layout.kubeconfigs, `${user}.yaml`),
        render(user, inside),
        0o600,
      ),
    ),
  ]);
}

function assertNodes(nodes: number): void {
  if (!Number.isInteger(nodes) || nodes < 0 || nodes > MAX_NODES) {
    throw new DevClusterError(
      'InvalidOption',
      `nodes: ${nodes} is not possible. Give a whole number from 0 to ${MAX_NODES}.`,
    );
  }
}

function describe(
  parts: Pick<
    Preparation,
    'name' | 'layout' | 'pki' | 'nodes' | 'apiPort' | 'server'
  >,
): Preparation {
  const { layout, pki } = parts;
  return {
    ...parts,
    caPem: pki.ca.cert,
    kubeconfigPath: layout.adminKubeconfig,
    portalToken: pki.portalToken,
    dataDir: layout.dataDir,
  };
}

/** `prepareDevCluster`, with what the start needs besides. */
export async function prepare(options: PrepareOptions): Promise<Preparation> {
  const { nodes = 3, name = 'dev' } = options;
  assertNodes(nodes);
  if (options.apiPort !== undefined) assertPort(options.apiPort);
  const layout = layoutOf(options.dataDir);
  await mkdir(layout.dataDir, { recursive: true });
  // Two at once would make two authorities, and mix what they signed.
  const held = await lock(`prepare:${layout.dataDir}`, '', {
    signal: AbortSignal.timeout(LOCK_TIMEOUT_MS),
    onWait: () => {},
  });
  try {
    const [apiPort, pki] = await Promise.all([
      choosePort(layout, options.apiPort),
      ensurePki(layout.pki, nodes),
    ]);
    const server = `https://127.0.0.1:${apiPort}`;
    await writeKubeconfigs(layout, pki, name, server, nodes);
    return describe({ name, layout, pki, nodes, apiPort, server });
  } finally {
    await held.release();
  }
}

/**
 * Chooses the port and makes certificates, tokens and kubeconfig files, or
 * reads those made before. Takes well under a second, starts nothing, and needs
 * neither root nor Go: a portal can be configured while the cluster is built.
 *
 * @throws DevClusterError `InvalidOption`
 */
export async function prepareDevCluster(
  options: PrepareOptions,
): Promise<PreparedCluster> {
  const { name, server, caPem, kubeconfigPath, portalToken, dataDir } =
    await prepare(options);
  return { name, server, caPem, kubeconfigPath, portalToken, dataDir };
}
