/** The portal as it is built for production: one process that serves the page, too. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from 'monerod-client/testing';
import { ChildProcess } from '../src/ChildProcess';
import {
  type PortalConfigInput,
  renderPortalConfig,
} from '../src/portalConfig';
import { waitForUrl } from '../src/waitForUrl';

const run = promisify(execFile);
/** The checkout. */
export const ROOT = path.join(__dirname, '../../..');
const CONFIGS = ['app-config.yaml', 'app-config.development.yaml'];
const START_TIMEOUT_MS = 120_000;

/** What the portal is told, beside what all of them are. */
export interface BuiltPortalInput
  extends Pick<PortalConfigInput, 'cluster' | 'gitops'> {
  /** An empty folder for its database, configuration and log. */
  data: string;
}

/**
 * Builds the page, and starts the backend that serves it.
 *
 * @throws when the backend ends, or does not answer within two minutes
 */
export async function startBuiltPortal(
  input: BuiltPortalInput,
): Promise<{ url: string; backend: ChildProcess }> {
  const { data, cluster, gitops } = input;
  const cli = path.join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli');
  await run(process.execPath, [cli, 'package', 'build'], {
    cwd: path.join(ROOT, 'packages/app'),
    maxBuffer: 1 << 26,
  });
  const databaseDir = path.join(data, 'database');
  await mkdir(databaseDir);
  const [port] = await freePorts(1);
  const configFile = path.join(data, 'app-config.bench.yaml');
  const config = renderPortalConfig({
    ...{ port, backendPort: port, databaseDir, cluster, gitops },
  });
  await writeFile(configFile, config, { mode: 0o600 });
  const backend = await ChildProcess.start({
    name: 'portal backend',
    command: process.execPath,
    args: [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
        paths: [ROOT],
      }),
      'src/index.ts',
      ...CONFIGS.flatMap(file => ['--config', path.join(ROOT, file)]),
      '--config',
      configFile,
    ],
    cwd: path.join(ROOT, 'packages/backend'),
    env: { ...process.env, NODE_ENV: 'development' },
    logFile: path.join(data, 'backend.log'),
  });
  const url = `http://localhost:${port}`;
  const signal = new AbortController().signal;
  await Promise.race([
    waitForUrl(url, { signal, timeoutMs: START_TIMEOUT_MS }),
    backend.died.then(error => Promise.reject(error)),
  ]);
  return { url, backend };
}
