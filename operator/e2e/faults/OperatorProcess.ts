import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { findFreePorts } from '@monero-portal/dev-cluster';

const OPERATOR = join(__dirname, '../..');
/** Not versioned, and written anew by every run. */
const BUILT = join(OPERATOR, 'dist', 'e2e');

/** One line of the operator's log. */
export type LogLine = Record<string, unknown> & { message: string };

/** Builds the operator as it is shipped. @returns its file */
export async function bundle(): Promise<string> {
  const { scripts } = JSON.parse(
    readFileSync(join(OPERATOR, 'package.json'), 'utf8'),
  ) as { scripts: Record<string, string> };
  for (const [name, script] of Object.entries(scripts)) {
    if (!name.startsWith('bundle:')) continue;
    const [program, ...args] = script
      .replace('=dist/', `=${BUILT}/`)
      .split(' ');
    await promisify(execFile)(
      join(OPERATOR, '../node_modules/.bin', program),
      args,
      { cwd: OPERATOR, timeout: 120_000 },
    );
  }
  return join(BUILT, 'monero.cjs');
}

/** The flags with which the image starts node. */
export function shippedFlags(): string[] {
  const text = readFileSync(join(OPERATOR, 'Containerfile'), 'utf8');
  const entry = /^ENTRYPOINT (\[.*\])$/m.exec(text)?.[1];
  const argv = JSON.parse(entry ?? '[]') as string[];
  return argv.filter(each => each.startsWith('--'));
}

/** What to start. */
export interface OperatorStart {
  /** From `bundle`. */
  file: string;
  /** URL of the API server or of a proxy in front of it; HTTP is for tests. */
  server?: string;
  /** Instead of `server`. */
  kubeconfig?: string;
  /** Namespace of the lease. */
  leaseNamespace: string;
  /** More options of the operator. */
  options?: string[];
  /** With a debugger's port, through which the heap can be looked at. */
  inspect?: boolean;
}

/** An operator as its image runs it, in a process of its own. */
export class OperatorProcess {
  readonly log: LogLine[] = [];
  /** Resolves with exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  isRunning = true;
  private debuggerUrl?: string;

  private constructor(
    private readonly child: ChildProcess,
    private readonly metricsPort: number,
    private readonly healthPort: number,
  ) {
    this.ended = once(child, 'exit').then(([code, signal]) => {
      this.isRunning = false;
      return (code ?? signal) as number | string;
    });
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', line =>
        this.log.push(JSON.parse(line) as LogLine),
      );
    }
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', line => {
        const url = /^Debugger listening on (ws:\S+)/.exec(line)?.[1];
        if (url) this.debuggerUrl = url;
        else this.log.push({ message: line, level: 'stderr' });
      });
    }
  }

  static async start(start: OperatorStart): Promise<OperatorProcess> {
    const [metrics, health] = await findFreePorts(2);
    const child = spawn(
      process.execPath,
      [
        ...shippedFlags(),
        ...(start.inspect ? ['--inspect-port=0', '--inspect=127.0.0.1:0'] : []),
        start.file,
        'operator',
        '--exporter-image=docker.io/monero-portal/monero-portal:0.1.0',
        `--kubeconfig=${
          start.kubeconfig ?? kubeconfigOf(start.server ?? '', health)
        }`,
        `--leader-election-namespace=${start.leaseNamespace}`,
        `--metrics-address=127.0.0.1:${metrics}`,
        `--health-address=127.0.0.1:${health}`,
        ...(start.options ?? []),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return new OperatorProcess(child, metrics, health);
  }

  /** Host and port of its metrics. */
  get metricsHost(): string {
    return `127.0.0.1:${this.metricsPort}`;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Ends it in good order. */
  async stop(): Promise<number | string> {
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    return this.ended;
  }

  lines(message: string): LogLine[] {
    return this.log.filter(line => line.message === message);
  }

  /** Status and text of /readyz or /healthz. */
  async health(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.healthPort}${path}`, {
      signal: AbortSignal.timeout(5_000),
    });
    return { status: response.status, text: await response.text() };
  }

  async isReady(): Promise<boolean> {
    return (
      (await this.health('/readyz').catch(() => undefined))?.status === 200
    );
  }

  /** Values by name with labels, as they are written. */
  async metrics(): Promise<Map<string, number>> {
    const response = await fetch(`http://${this.metricsHost}/metrics`, {
      signal: AbortSignal.timeout(10_000),
    });
    const lines = (await response.text()).split('\n');
    return new Map(
      lines
        .filter(line => line !== '' && !line.startsWith('#'))
        .map(line => {
          const space = line.lastIndexOf(' ');
          return [line.slice(0, space), Number(line.slice(space + 1))];
        }),
    );
  }

  /** Sum of all series of a name whose labels match. */
  async sum(name: string, labels = /./): Promise<number> {
    let total = 0;
    for (const [key, value] of await this.metrics()) {
      if (key.split('{')[0] === name && labels.test(key)) total += value;
    }
    return total;
  }

  /** Bytes of JavaScript objects that are really in use. */
  async heapUsed(): Promise<number> {
    if (!this.debuggerUrl) throw new Error('started without `inspect`');
    const socket = new WebSocket(this.debuggerUrl);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    const ask = (id: number, method: string) =>
      new Promise<{ usedSize?: number }>(resolve => {
        socket.addEventListener('message', ({ data }) => {
          const answer = JSON.parse(String(data));
          if (answer.id === id) resolve(answer.result);
        });
        socket.send(JSON.stringify({ id, method }));
      });
    try {
      await ask(1, 'HeapProfiler.collectGarbage');
      await ask(2, 'HeapProfiler.collectGarbage');
      return (await ask(3, 'Runtime.getHeapUsage')).usedSize ?? NaN;
    } finally {
      socket.close();
    }
  }
}

/** @param port - of the process it is for: two that run have two files */
function kubeconfigOf(server: string, port: number): string {
  mkdirSync(BUILT, { recursive: true });
  const file = join(BUILT, `kubeconfig-${port}`);
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    clusters: [{ name: 'test', cluster: { server } }],
    users: [{ name: 'test', user: { token: 'unused' } }],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
