import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  findFreePorts,
  findRunning,
  startGitOpsAgent,
  startGitea,
  type Gitea,
} from '@monero-portal/dev-cluster';
import { parse } from 'yaml';
import { backendReady, startBackend } from '../../src/portal';
import type { LoopEnvironment } from '../environment';
import { forgeConfig, type LoopConfig } from './forgeConfig';
import { GitOpsRepository } from './GitOpsRepository';
import { PortalGuest } from './PortalGuest';

const FOLDER = 'forge';
/** The example's user and team, which forms offer: they are there soon after the start. */
const PEOPLE = ['user/default/guest', 'group/default/team-wallet'];
const PEOPLE_TIMEOUT_MS = 120_000;

/** A portal whose proposals are pull requests in a Gitea, for the loop's cluster. */
export interface ForgeLoop {
  gitea: Gitea;
  repository: GitOpsRepository;
  guest: PortalGuest;
  /** Where the repository keeps the manifest of an object. */
  fileOf(name: string): string;
  /** Make a browser's pages of the loop ask this backend instead of the loop's. */
  browserArgs: string[];
  stop(): Promise<void>;
}

/** Where it keeps manifests, and what is applied to the cluster. */
export interface ForgeLoopInput {
  loop: LoopEnvironment;
  /** The checkout. */
  root: string;
  /** A namespace of its own, so that no two GitOps agents apply the same object. */
  namespace: string;
  label: string;
}

/**
 * Starts Gitea with a GitOps repository, a backend that proposes there, and an
 * agent that applies it to the loop's cluster. The forge tells the backend of
 * pull requests by webhooks alone: it polls once an hour.
 */
export async function startForgeLoop(
  input: ForgeLoopInput,
): Promise<ForgeLoop> {
  const { loop, root, namespace, label } = input;
  const abort = new AbortController();
  const { signal } = abort;
  const stops: Array<() => Promise<unknown>> = [];
  const stop = async () => {
    abort.abort();
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'monero-forge-'));
    stops.push(() => rm(dataDir, { recursive: true, force: true }));
    // Gitea runs as another account than root's.
    await chmod(dataDir, 0o755);
    const [port, backendPort] = await findFreePorts(2);
    const gitea = await startGitea({
      ...{ dataDir: path.join(dataDir, 'gitea'), port, signal },
    });
    stops.push(() => gitea.stop());

    const repository = new GitOpsRepository(gitea);
    const webhookSecret = randomBytes(16).toString('hex');
    await repository.create({
      ...{ folder: FOLDER, namespace, label },
      webhook: {
        url: `http://127.0.0.1:${backendPort}/api/monero/webhooks/dev`,
        secret: webhookSecret,
      },
    });

    const shared = await loopConfig(loop);
    const configFile = path.join(dataDir, 'app-config.forge.yaml');
    const config = forgeConfig(shared, {
      ...{ gitea, namespace, label, webhookSecret, backendPort },
      repository: repository.url,
      path: `${FOLDER}/\${{ namespace }}/\${{ name }}.yaml`,
      workingDirectory: dataDir,
    });
    await writeFile(configFile, config, { mode: 0o600 });
    const backend = await startBackend({ root, configFile, logsDir: dataDir });
    stops.push(() => backend.stop());
    const backendUrl = `http://localhost:${backendPort}`;
    const guest = await Promise.race([
      backendReady(backendUrl, signal).then(() =>
        PortalGuest.signIn(backendUrl),
      ),
      backend.died.then(error => Promise.reject(error)),
    ]);
    await guest.knows(PEOPLE, PEOPLE_TIMEOUT_MS);

    const agent = await startAgent(loop, repository, signal);
    stops.push(() => agent.done);
    return {
      ...{ gitea, repository, guest, stop },
      fileOf: name => `${FOLDER}/${namespace}/${name}.yaml`,
      browserArgs: [
        `--host-resolver-rules=MAP ${
          new URL(shared.backend.baseUrl).host
        } 127.0.0.1:${backendPort}`,
      ],
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loopConfig({
  clusterData,
}: LoopEnvironment): Promise<LoopConfig> {
  const file = path.join(clusterData, '../portal/app-config.loop.yaml');
  return parse(await readFile(file, 'utf8'));
}

async function startAgent(
  loop: LoopEnvironment,
  repository: GitOpsRepository,
  signal: AbortSignal,
) {
  const running = await findRunning(loop.clusterData);
  if (!running?.binDir) throw new Error(`no cluster on ${loop.clusterData}`);
  return startGitOpsAgent({
    ...{ repository: repository.path, branch: 'main', path: FOLDER },
    kubeconfigPath: loop.kubeconfig,
    kubectl: path.join(running.binDir, 'kubectl'),
    signal,
  });
}
