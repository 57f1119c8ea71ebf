import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DevClusterError } from '../errors';
import { run } from '../sandbox/exec';

const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

const MINIMUM = [1, 21] as const; // the first that fetches newer ones by itself

/** Where to look for Go besides PATH: where its own installer puts it. */
const GO_PATH = '/usr/local/go/bin';

/** Environment of the compiler: the user's own, GOFLAGS and GOPROXY included. */
export function goEnv(env: NodeJS.ProcessEnv = process.env) {
  return {
    ...env,
    PATH: `${env.PATH}:${GO_PATH}`,
    // Static programs: no C compiler is needed, and none of its versions matter.
    CGO_ENABLED: '0',
  };
}

/** @throws DevClusterError `NoGo` unless `go env GOVERSION` says 1.21 or newer. */
export function assertGoVersion(goVersion: string): void {
  const match = /^go(\d+)\.(\d+)/.exec(goVersion);
  const [major, minor] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) {
    return;
  }
  throw new DevClusterError(
    'NoGo',
    `Go ${goVersion} is too old to build the cluster. Install Go ${MINIMUM.join(
      '.',
    )} or newer: https://go.dev/doc/install`,
  );
}

/** @throws DevClusterError `NoGo` when there is no Go, or only an old one. */
export async function checkGo(
  signal: AbortSignal,
  env?: NodeJS.ProcessEnv,
): Promise<void> {
  const command = {
    file: 'go',
    args: ['env', 'GOVERSION'],
    env: { ...goEnv(env), GOTOOLCHAIN: 'local' },
    label: 'go env GOVERSION',
  };
  const { stdout } = await run(command, { signal }).catch(error => {
    if (error instanceof DevClusterError && error.code === 'Aborted') {
      throw error;
    }
    throw new DevClusterError(
      'NoGo',
      'Go was not found; it builds the Kubernetes programs, once. Install it: https://go.dev/doc/install',
      { cause: error },
    );
  });
  assertGoVersion(stdout.trim());
}

/** Turns what the compiler said into one message. */
export function buildError(title: string, output: string): DevClusterError {
  if (/no space left on device/i.test(output)) {
    return new DevClusterError(
      'DiskFull',
      `The disk is full: ${title} could not be built. It takes about 8 GB in the folders of Go and in the cache of monero-portal. Make room there.`,
    );
  }
  const end = output.trim().split('\n').slice(-8).join('\n');
  return new DevClusterError(
    'BuildFailed',
    `${title} could not be built:\n${end}`,
  );
}

/**
 * Runs `go build` at low priority.
 * @param onPackage called with the name of each package that gets compiled.
 * @throws DevClusterError `BuildFailed`, `DiskFull` or `Aborted`.
 */
export function goBuild(options: {
  title: string;
  moduleDir: string;
  outputDir: string;
  args: readonly string[];
  signal: AbortSignal;
  env?: NodeJS.ProcessEnv;
  /** With the C compiler. */
  cgo?: boolean;
  onPackage: (name: string) => void;
}): Promise<void> {
  const { title, moduleDir, outputDir, args, signal, onPackage } = options;
  const env = {
    ...goEnv(options.env),
    ...(options.cgo && { CGO_ENABLED: '1' }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(
      'nice',
      ['-n', '10', 'go', 'build', '-v', '-o', `${outputDir}/`, ...args],
      {
        cwd: moduleDir,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      },
    );
    // The compiler is many processes: end the group, not only its head.
    const kill = () => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    };
    signal.addEventListener('abort', kill, { once: true });
    let output = '';
    createInterface({ input: child.stderr }).on('line', line => {
      if (/^[\w.-]+(\/[\w.-]+)*$/.test(line)) onPackage(line);
      else output = `${output}${line}\n`.slice(-8000);
    });
    child.once('error', error => reject(buildError(title, error.message)));
    child.once('close', code => {
      signal.removeEventListener('abort', kill);
      if (signal.aborted) {
        reject(new DevClusterError('Aborted', `${title}: build stopped`));
      } else if (code === 0) resolve();
      else reject(buildError(title, output));
    });
  });
}

/**
 * Folder of a module's sources, which are downloaded when they are not there.
 *
 * @param moduleDir - folder of a go.mod that requires it
 * @throws DevClusterError `ExecFailed`, `Aborted`
 */
export async function sourcesOf(
  module: string,
  moduleDir: string,
  signal: AbortSignal,
): Promise<string> {
  const { stdout } = await run(
    {
      file: 'go',
      args: ['mod', 'download', '-json', module],
      cwd: moduleDir,
      env: goEnv(),
      label: `go mod download ${module}`,
    },
    { signal, timeoutMs: DOWNLOAD_TIMEOUT_MS },
  );
  return z.object({ Dir: z.string().min(1) }).parse(JSON.parse(stdout)).Dir;
}
