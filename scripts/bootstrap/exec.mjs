// @ts-check
import { spawn } from 'node:child_process';
import { BootstrapError } from './progress.mjs';

const KEPT_LINES = 30;

/**
 * Runs a program to its end with its output kept back; the last lines of it are
 * in the error when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs: number}} options
 * @returns {Promise<string>} standard output
 */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    let stdout = '';
    /** @type {string[]} */
    let tail = [];
    const keep = (/** @type {Buffer} */ chunk) => {
      tail = [...tail, ...chunk.toString().split('\n').filter(Boolean)].slice(
        -KEPT_LINES,
      );
    };
    child.stdout.on('data', chunk => {
      stdout += chunk;
      keep(chunk);
    });
    child.stderr.on('data', keep);
    const fail = (/** @type {string} */ why) =>
      reject(
        new BootstrapError(
          `${[command, ...args].join(' ')}\n${tail.join('\n')}\n${why}`,
        ),
      );
    child.on('error', error => fail(error.message));
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(stdout)
        : fail(`ended with ${signal ?? `code ${code}`}`),
    );
  });
}

/**
 * What a signal to this process does while a program runs.
 *
 * @param {(signal: NodeJS.Signals) => void} pass
 * @returns {() => void} lets signals do again what they did before
 */
function onSignals(pass) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/**
 * The exit code of a program, as shells tell it.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null | undefined} signal
 */
const exitCodeOf = (code, signal) => code ?? (signal === 'SIGINT' ? 130 : 143);

/**
 * Runs a program in the foreground, with this process' own terminal, and passes
 * signals on. Resolves with its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} options
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    const forget = onSignals(signal => {
      // A terminal sends Ctrl-C to the whole group; `kill` reaches only this process.
      if (!(process.stdin.isTTY && signal === 'SIGINT')) child.kill(signal);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      forget();
      resolve(exitCodeOf(code, signal));
    });
  });
}

/**
 * Runs a program that asks nothing of the terminal, in a process group of its
 * own: a signal to this process reaches all of the group, whoever started it
 * there, and none of the group outlives the program. Resolves with the
 * program's exit code, and with that of the signal when one was passed on.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} options
 * @returns {Promise<number>}
 */
export function runInGroup(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    /** @type {NodeJS.Signals | undefined} */
    let passed;
    const forget = onSignals(signal => {
      passed = signal;
      signalGroup(child.pid, signal);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      forget();
      signalGroup(child.pid, 'SIGKILL');
      resolve(passed ? exitCodeOf(null, passed) : exitCodeOf(code, signal));
    });
  });
}

/**
 * @param {number | undefined} leader undefined: it was never started
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // Nobody of the group is left.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') {
      throw error;
    }
  }
}
