import { type ChildProcess as NodeChild, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';

const STOP_TIMEOUT_MS = 10_000;
const LAST_LINES = 20;
const SETPRIV = '/usr/bin/setpriv';

/** What to run. */
export interface ChildSpec {
  /** As it is called in messages, such as `portal backend`. */
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Standard output and error go here. */
  logFile: string;
}

/** A program of the loop: runs until it is stopped, and its death is noticed. */
export class ChildProcess {
  /** Resolves with the reason when the program ends without having been asked to. */
  readonly died: Promise<Error>;
  readonly #child: NodeChild;
  readonly #ended: Promise<void>;
  #stopping = false;

  private constructor(readonly spec: ChildSpec, child: NodeChild) {
    this.#child = child;
    const ended = new Promise<string>(resolve => {
      child.once('error', error => resolve(error.message));
      child.once('exit', (code, signal) =>
        resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
      );
    });
    this.#ended = ended.then(() => undefined);
    this.died = new Promise(resolve => {
      void ended.then(async how => {
        if (!this.#stopping) resolve(await this.#failure(how));
      });
    });
  }

  static async start(spec: ChildSpec): Promise<ChildProcess> {
    const log = await open(spec.logFile, 'w');
    // The kernel ends the program when this process dies, however that happens.
    const [command, args] = existsSync(SETPRIV)
      ? [SETPRIV, ['--pdeathsig', 'KILL', '--', spec.command, ...spec.args]]
      : [spec.command, spec.args];
    try {
      const child = spawn(command, args, {
        cwd: spec.cwd,
        env: spec.env,
        // A group of its own: Ctrl-C reaches the loop alone, which stops things in order.
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      });
      return new ChildProcess(spec, child);
    } finally {
      await log.close();
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Asks the program to end, and ends it when it does not. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), STOP_TIMEOUT_MS);
    await this.#ended;
    clearTimeout(timer);
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  async #failure(how: string): Promise<Error> {
    const log = await readFile(this.spec.logFile, 'utf8').catch(() => '');
    const tail = log.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
    return new Error(
      `The ${this.spec.name} ${how}. Its last lines (${this.spec.logFile}):\n${tail}`,
    );
  }
}
