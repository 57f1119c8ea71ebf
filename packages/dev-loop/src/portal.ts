import path from 'node:path';
import { ChildProcess } from './ChildProcess';
import { waitForUrl } from './waitForUrl';

const START_TIMEOUT_MS = 10 * 60_000;
const CONFIG_FILES = ['app-config.yaml', 'app-config.development.yaml'];

export interface PortalInput {
  /** The checkout. */
  root: string;
  /** The configuration file that is added last. */
  configFile: string;
  logsDir: string;
  port: number;
  backendPort: number;
}

/** The running portal. */
export interface Portal {
  url: string;
  backendUrl: string;
  died: Promise<Error>;
  /** Waits until the page and its backend answer. */
  ready(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the backend from its sources; it answers a while later.
 *
 * @param configFile - what is added to the configuration of development
 */
export function startBackend(
  input: Pick<PortalInput, 'root' | 'configFile' | 'logsDir'>,
): Promise<ChildProcess> {
  return ChildProcess.start({
    name: 'portal backend',
    command: process.execPath,
    args: [
      '--enable-source-maps',
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
        paths: [input.root],
      }),
      'src/index.ts',
      ...configArguments(input),
    ],
    cwd: path.join(input.root, 'packages/backend'),
    env: environment(),
    logFile: path.join(input.logsDir, 'backend.log'),
  });
}

/** Waits until a backend answers. */
export function backendReady(
  backendUrl: string,
  signal: AbortSignal,
): Promise<void> {
  return waitForUrl(`${backendUrl}/.backstage/health/v1/readiness`, {
    signal,
    timeoutMs: START_TIMEOUT_MS,
  });
}

function configArguments({
  root,
  configFile,
}: Pick<PortalInput, 'root' | 'configFile'>): string[] {
  return [
    ...CONFIG_FILES.map(file => path.join(root, file)),
    configFile,
  ].flatMap(file => ['--config', file]);
}

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'development' };
  // A browser that nobody sees helps nobody.
  if (!process.env.DISPLAY && process.platform === 'linux')
    env.BROWSER = 'none';
  return env;
}

/**
 * Starts the backend from its sources and the development server of the page.
 */
export async function startPortal(input: PortalInput): Promise<Portal> {
  const backend = await startBackend(input);
  const app = await ChildProcess.start({
    name: 'portal page',
    command: process.execPath,
    args: [
      path.join(input.root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      ...configArguments(input),
    ],
    cwd: path.join(input.root, 'packages/app'),
    env: environment(),
    logFile: path.join(input.logsDir, 'app.log'),
  });

  const url = `http://localhost:${input.port}`;
  const backendUrl = `http://localhost:${input.backendPort}`;
  return {
    url,
    backendUrl,
    died: Promise.race([backend.died, app.died]),
    async ready(signal) {
      await Promise.all([
        waitForUrl(url, { signal, timeoutMs: START_TIMEOUT_MS }),
        backendReady(backendUrl, signal),
      ]);
    },
    async stop() {
      await Promise.all([backend.stop(), app.stop()]);
    },
  };
}
