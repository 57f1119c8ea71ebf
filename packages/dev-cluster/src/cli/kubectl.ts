import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findRunning } from '../cluster/instanceLock';
import { DevClusterError } from '../errors';
import { defaultDataDir } from './defaults';

async function main(): Promise<void> {
  const dataDir = defaultDataDir();
  const running = await findRunning(dataDir);
  if (!running) {
    throw new DevClusterError(
      'NotRunning',
      `No cluster runs on ${dataDir}. Start one (npm run cluster), or name another data folder in $MONERO_DEV_CLUSTER_DATA.`,
    );
  }
  if (!running.binDir) {
    throw new DevClusterError(
      'NotRunning',
      'The cluster is still being built: kubectl is not there yet.',
    );
  }
  const child = spawn(
    join(running.binDir, 'kubectl'),
    ['--kubeconfig', running.kubeconfigPath, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  // In a terminal kubectl gets Ctrl-C itself; it decides when it ends.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {});
  child.once('error', error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', code => {
    process.exitCode = code ?? 1;
  });
}

main().catch(error => {
  const known = error instanceof DevClusterError;
  process.stderr.write(`${known ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
