import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildTool, toolSources } from '../build/buildBinaries';
import { DevClusterError } from '../errors';
import { createProgress } from '../progress';
import { run } from '../shell/run';
import { appIni } from './appIni';

/** A running Gitea with one administrator. */
export interface Gitea {
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
  user: string;
  password: string;
  /** Access token of that user, for everything. */
  token: string;
  /** Path of a repository on disk, for an agent that reads it with git. */
  repositoryPath(owner: string, name: string): string;
  /** Makes another token of that user, for these scopes such as `read:repository`. */
  createToken(name: string, scopes: readonly string[]): Promise<string>;
  /** What it wrote to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Settings of {@link startGitea}. */
export interface StartGiteaOptions {
  /** An empty folder that any account of the machine can reach, such as one below /tmp. */
  dataDir: string;
  port: number;
  signal: AbortSignal;
}

/** Debian's account for what needs no account; Gitea refuses to be root. */
const NOBODY = { name: 'nobody', uid: 65534, gid: 65534 };
const SETUP_TIMEOUT_MS = 120_000;
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 10_000;
const MAX_LOG = 64_000;
const USER = 'portal';

/**
 * Starts a real Gitea for a test: builds it if need be, prepares its database,
 * makes an administrator, and waits until it answers.
 *
 * @throws DevClusterError `NoGo`, `BuildFailed`, `StartFailed`
 */
export async function startGitea(options: StartGiteaOptions): Promise<Gitea> {
  const { dataDir, port, signal } = options;
  const progress = createProgress();
  const binary = await buildTool('gitea', { progress, signal });
  const sources = await toolSources('gitea', signal);
  const staticDir = join(dataDir, 'static');
  const isRoot = process.getuid?.() === 0;
  const account = isRoot ? { uid: NOBODY.uid, gid: NOBODY.gid } : {};
  const env = { PATH: process.env.PATH, HOME: dataDir, USER: NOBODY.name };
  if (!isRoot && process.env.USER) env.USER = process.env.USER;

  await mkdir(staticDir, { recursive: true });
  for (const folder of ['options', 'templates', 'public']) {
    await cp(join(sources, folder), join(staticDir, folder), {
      recursive: true,
    });
  }
  // The cache is below a home folder that another account cannot enter.
  const program = join(dataDir, 'gitea');
  await copyFile(binary, program);
  await chmod(program, 0o755);
  const config = join(dataDir, 'app.ini');
  const secret = () => randomBytes(32).toString('hex');
  const secrets = { secretKey: secret(), internalToken: secret() };
  await writeFile(
    config,
    appIni({ dataDir, staticDir, port, user: env.USER, secrets }),
    { mode: 0o600 },
  );
  if (isRoot) {
    const owner = `${NOBODY.uid}:${NOBODY.gid}`;
    await run(['chown', '-R', owner, dataDir], {
      ...{ timeoutMs: SETUP_TIMEOUT_MS, signal },
    });
  }
  const url = `http://127.0.0.1:${port}`;
  const password = secret();
  const start = (args: string[]) =>
    spawn(program, ['--config', config, '--work-path', dataDir, ...args], {
      ...{ cwd: dataDir, env, ...account },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const administer = (args: string[]) => finished(start(args), args, signal);

  await administer(['migrate']);
  await administer([
    ...['admin', 'user', 'create', '--admin', '--username', USER],
    ...['--password', password, '--email', `${USER}@example.com`],
    '--must-change-password=false',
  ]);
  const createToken = async (name: string, scopes: readonly string[]) => {
    const printed = await administer([
      ...['admin', 'user', 'generate-access-token', '--username', USER],
      ...['--token-name', name, '--scopes', scopes.join(','), '--raw'],
    ]);
    return printed.trim();
  };
  const token = await createToken('tests', ['all']);
  const server = start(['web']);
  const log = collect(server);
  try {
    await answering(url, server, signal);
  } catch (error) {
    await stop(server);
    throw new DevClusterError(
      'StartFailed',
      `Gitea did not answer at ${url}: ${(error as Error).message}\n${log()}`,
      { cause: error },
    );
  }
  return {
    ...{ url, user: USER, password, token, log, createToken },
    repositoryPath: (owner, name) =>
      join(
        dataDir,
        'repositories',
        // Gitea keeps them so, however they are written.
        ...[owner, `${name}.git`].map(part => part.toLowerCase()),
      ),
    stop: () => stop(server),
  };
}

async function finished(
  child: ChildProcess,
  args: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const output = collect(child);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const deadline = AbortSignal.any([
    signal,
    AbortSignal.timeout(SETUP_TIMEOUT_MS),
  ]);
  const end = () => child.kill('SIGKILL');
  deadline.addEventListener('abort', end, { once: true });
  const [code] = (await once(child, 'close')) as [number | null];
  deadline.removeEventListener('abort', end);
  if (code !== 0) {
    throw new DevClusterError(
      'StartFailed',
      `gitea ${args.slice(0, 3).join(' ')} ended with ${code}:\n${output()}`,
    );
  }
  return printed;
}

/** The end of what a process writes. */
function collect(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-MAX_LOG);
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

async function answering(
  url: string,
  server: ChildProcess,
  signal: AbortSignal,
): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    signal.throwIfAborted();
    if (server.exitCode !== null) {
      throw new Error(`it ended with ${server.exitCode}`);
    }
    const answer = await fetch(`${url}/api/v1/version`, {
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`not within ${START_TIMEOUT_MS / 1000} s`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'close');
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
