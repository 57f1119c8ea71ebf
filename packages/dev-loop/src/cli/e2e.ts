import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePorts } from '@monero-portal/dev-cluster';
import { leftoversOf } from '../leftovers';

/**
 * Runs the end-to-end tests against a loop that is started as a user starts it,
 * stops it as a user stops it, and checks that nothing stays behind.
 */

/** The scripts of the checkout run this file in their root. */
const root = process.cwd();
const CONFIG = path.join(root, 'e2e.jest.config.js');
const LAST_LINE_OF_SUMMARY = 'Ctrl-C stops everything.';

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** Ends a program when this one is told to end. It goes on then, to clean up. */
function passSignals(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
}

/** Starts the loop and returns what it said at the end of its start. */
async function startLoop(dataDir: string, port: number, backendPort: number) {
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'scripts/start.mjs'),
      `--data=${dataDir}`,
      `--port=${port}`,
      `--backend-port=${backendPort}`,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  passSignals(child);
  const summary: Record<string, string> = {};
  const exited = exitCodeOf(child);
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      process.stdout.write(`${line}\n`);
      const [key, value] = line.split(/\s{2,}/, 2);
      if (value) summary[key] = value;
      if (line === LAST_LINE_OF_SUMMARY) return true;
    }
    return false;
  })();
  if (!(await ready)) {
    throw new Error(`npm start ended with code ${await exited}`);
  }
  child.stdout.resume();
  return { child, summary, exited };
}

/** Where tests speak with programs that they start themselves, and need no loop. */
const WITHOUT_LOOP = [
  'packages/monerod-client/',
  'packages/monerod-exporter/',
  'plugins/monero-backend/e2e/(postgres|prometheus)',
];
/** Of what runs beside: those with the loop wait for it, and have deadlines. */
const NICE = 5;

/** Runs jest, whose options are `e2e.jest.config.js` and these. */
function startJest(
  options: readonly string[],
  env: Record<string, string>,
  output: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const jest = spawn(
    process.execPath,
    [
      require.resolve('jest/bin/jest', { paths: [root] }),
      `--config=${CONFIG}`,
      '--runInBand',
      ...options,
    ],
    {
      cwd: root,
      stdio: ['inherit', output, output],
      env: { ...process.env, ...env },
    },
  );
  passSignals(jest);
  return jest;
}

/** Runs the tests that need no loop, and prints what they said once they have ended. */
async function runWithoutLoop(): Promise<number> {
  const jest = startJest(WITHOUT_LOOP, {}, 'pipe');
  if (jest.pid !== undefined) setPriority(jest.pid, NICE);
  const said: Buffer[] = [];
  for (const stream of [jest.stdout, jest.stderr]) {
    stream?.on('data', (chunk: Buffer) => said.push(chunk));
  }
  // Not 'exit': it may be told before the last of the output.
  const [code] = (await once(jest, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(said));
  return code ?? 1;
}

/** Runs the tests below some paths, else all of them: then those that need no loop run beside the others. */
async function runTests(
  paths: string[],
  env: Record<string, string>,
): Promise<number> {
  if (paths.length > 0) return exitCodeOf(startJest(paths, env));
  const { testPathIgnorePatterns } = require(CONFIG) as {
    testPathIgnorePatterns: string[];
  };
  const ignored = [...testPathIgnorePatterns, ...WITHOUT_LOOP].map(
    pattern => `--testPathIgnorePatterns=${pattern}`,
  );
  const codes = await Promise.all([
    exitCodeOf(startJest(ignored, env)),
    runWithoutLoop(),
  ]);
  return Math.max(...codes);
}

async function main(paths: string[]): Promise<number> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'monero-portal-e2e-'));
  const [port, backendPort] = await findFreePorts(2);
  const loop = await startLoop(dataDir, port, backendPort);
  let code = 1;
  try {
    if (loop.summary.kubeconfig) {
      code = await runTests(paths, {
        MONERO_DEV_CLUSTER_KUBECONFIG: loop.summary.kubeconfig,
        MONERO_DEV_CLUSTER_DATA: path.join(dataDir, 'cluster'),
        MONERO_PORTAL_URL: loop.summary.Portal,
        MONERO_GITOPS_REPOSITORY: path.join(dataDir, 'gitops.git'),
      });
    }
  } finally {
    loop.child.kill('SIGINT');
    await loop.exited;
  }
  const leftovers = await leftoversOf(dataDir);
  if (leftovers.length > 0) {
    process.stderr.write(
      `The stopped loop left behind:\n  ${leftovers.join('\n  ')}\n`,
    );
    return 1;
  }
  process.stdout.write('The stopped loop left nothing behind.\n');
  if (code === 0) await rm(dataDir, { recursive: true });
  else process.stderr.write(`Data and logs are kept in ${dataDir}\n`);
  return code;
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
