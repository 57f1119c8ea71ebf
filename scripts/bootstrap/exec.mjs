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
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: 'inherit',
    });
    // A terminal sends Ctrl-C to the whole group; `kill` reaches only this process.
    const pass = (/** @type {NodeJS.Signals} */ signal) => () =>
      process.stdin.isTTY && signal === 'SIGINT'
        ? undefined
        : child.kill(signal);
    const handlers = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']).map(
      signal => /** @type {const} */ ([signal, pass(signal)]),
    );
    for (const [signal, handler] of handlers) process.on(signal, handler);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const [name, handler] of handlers) process.off(name, handler);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
