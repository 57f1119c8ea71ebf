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
 * Starts the backend from its sources and the development server of the page.
 */
export async function startPortal(input: PortalInput): Promise<Portal> {
  const configs = [
    ...CONFIG_FILES.map(file => path.join(input.root, file)),
    input.configFile,
  ].flatMap(file => ['--config', file]);
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'development' };
  // A browser that nobody sees helps nobody.
  if (!process.env.DISPLAY && process.platform === 'linux')
    env.BROWSER = 'none';

  const backend = await ChildProcess.start({
    name: 'portal backend',
    command: process.execPath,
    args: [
      '--enable-source-maps',
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
        paths: [input.root],
      }),
      'src/index.ts',
      ...configs,
    ],
    cwd: path.join(input.root, 'packages/backend'),
    env,
    logFile: path.join(input.logsDir, 'backend.log'),
  });
  const app = await ChildProcess.start({
    name: 'portal page',
    command: process.execPath,
    args: [
      path.join(input.root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      ...configs,
    ],
    cwd: path.join(input.root, 'packages/app'),
    env,
    logFile: path.join(input.logsDir, 'app.log'),
  });

  const url = `http://localhost:${input.port}`;
  const backendUrl = `http://localhost:${input.backendPort}`;
  return {
    url,
    backendUrl,
    died: Promise.race([backend.died, app.died]),
    async ready(signal) {
      const options = { signal, timeoutMs: START_TIMEOUT_MS };
      await Promise.all([
        waitForUrl(url, options),
        waitForUrl(`${backendUrl}/.backstage/health/v1/readiness`, options),
      ]);
    },
    async stop() {
      await Promise.all([backend.stop(), app.stop()]);
    },
  };
}
