import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DevClusterError } from '../errors';
import { programEnv } from '../host/env';
import { lastLines } from './logs';

const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5000;
/** A program that ran this long had started well: its next backoff is short. */
const STABLE_MS = 10_000;
const PROBE_INTERVAL_MS = 50;
const PROBE_TIMEOUT_MS = 2000;
/** A program that ends this often before it was ever ready never will be. */
const MAX_EARLY_EXITS = 5;

/** A long-running program of the cluster. */
export interface Program {
  name: string;
  argv: readonly string[];
  env?: Record<string, string>;
  /** Resolves true when the program does its work; may throw meanwhile. */
  isReady(signal: AbortSignal): Promise<boolean>;
  /** Milliseconds it may take to become ready. */
  readyTimeoutMs: number;
}

/** Runs programs, and runs them again when they end. */
export interface Supervisor {
  /** Starts a program; resolves when it is ready. */
  start(program: Program): Promise<void>;
  /** No more restarts. The programs end with their namespaces. */
  stop(): void;
}

export interface SupervisorOptions {
  logsDir: string;
  wrap(argv: readonly string[]): { file: string; args: string[] };
  /** Told of each program that ended by itself. */
  onRestart?: (name: string, how: string) => void;
  signal: AbortSignal;
}

interface Running {
  exits: number;
  lastExit?: string;
}

async function openLog(logsDir: string, name: string) {
  await mkdir(logsDir, { recursive: true });
  const path = join(logsDir, `${name}.log`);
  await rename(path, `${path}.1`).catch(() => {}); // the first has no predecessor
  return { path, file: await open(path, 'a') };
}

/** Makes a supervisor whose programs write to one log file each. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { logsDir, wrap, onRestart } = options;
  const stopped = new AbortController();
  const signal = AbortSignal.any([options.signal, stopped.signal]);

  function launch(program: Program, logFd: number): ChildProcess {
    const { file, args } = wrap(program.argv);
    return spawn(file, args, {
      cwd: '/',
      env: programEnv(program.env),
      stdio: ['ignore', logFd, logFd],
      detached: true,
    });
  }

  async function keepRunning(program: Program, state: Running, logFd: number) {
    let backoffMs = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const child = launch(program, logFd);
      const [code, killedBy] = await once(child, 'exit').catch(
        (error: Error) => [error.message, null],
      );
      if (signal.aborted) return;
      state.exits += 1;
      state.lastExit = killedBy ? `${killedBy}` : `exit code ${code}`;
      onRestart?.(program.name, state.lastExit);
      backoffMs =
        Date.now() - startedAt > STABLE_MS
          ? FIRST_BACKOFF_MS
          : Math.min(backoffMs * 2, MAX_BACKOFF_MS);
      await delay(backoffMs, undefined, { signal }).catch(() => {});
    }
  }

  async function probe(program: Program): Promise<boolean> {
    const deadline = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    try {
      return await program.isReady(AbortSignal.any([signal, deadline]));
    } catch {
      return false; // not yet
    }
  }

  async function waitUntilReady(
    program: Program,
    state: Running,
    logPath: string,
  ): Promise<void> {
    const deadline = Date.now() + program.readyTimeoutMs;
    while (!(await probe(program))) {
      if (signal.aborted) {
        throw new DevClusterError('Aborted', `${program.name}: stopped`);
      }
      const tooOften = state.exits >= MAX_EARLY_EXITS;
      if (tooOften || Date.now() > deadline) {
        const how = tooOften
          ? `ended ${state.exits} times (${state.lastExit})`
          : `was not ready after ${program.readyTimeoutMs / 1000} s`;
        throw new DevClusterError(
          'StartFailed',
          `${program.name} ${how}. The end of ${logPath}:\n${await lastLines(
            logPath,
          )}`,
        );
      }
      await delay(PROBE_INTERVAL_MS, undefined, { signal }).catch(() => {});
    }
  }

  return {
    async start(program) {
      const { path, file } = await openLog(logsDir, program.name);
      const state: Running = { exits: 0 };
      void keepRunning(program, state, file.fd).finally(() => file.close());
      await waitUntilReady(program, state, path);
    },
    stop() {
      stopped.abort();
    },
  };
}
