// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInForeground } from './exec.mjs';
import { environmentFor, findNode } from './node.mjs';
import { BootstrapError } from './progress.mjs';
import { BUILD_NEEDS, installSystemPackages } from './system.mjs';
import { install, yarnFolder } from './yarn.mjs';

/** The checkout. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * Makes a bare checkout ready: the right Node, system packages, dependencies.
 * Needs nothing but the Node that runs it (20 or newer) and npm.
 *
 * @param {import('./system.mjs').Need[]} needs beyond what a build takes
 * @param {typeof runInForeground} runProgram how programs are run that it makes ready
 */
export async function bootstrap(needs = [], runProgram = runInForeground) {
  const found = await findNode();
  const env = environmentFor(found, await yarnFolder(root));
  await installSystemPackages([...BUILD_NEEDS, ...needs]);
  await install(root, found.node, env);
  /** Runs a TypeScript file of ours. */
  const runTypeScript = (
    /** @type {string} */ file,
    /** @type {string[]} */ args,
    /** @type {NodeJS.ProcessEnv} */ more = {},
  ) =>
    runProgram(
      found.node,
      ['--import', 'tsx', path.join(root, file), ...args],
      {
        cwd: root,
        env: { ...env, ...more },
      },
    );
  /** Runs the checked-in yarn. */
  const runYarn = (
    /** @type {string[]} */ args,
    /** @type {NodeJS.ProcessEnv} */ more = {},
  ) => runProgram('yarn', args, { cwd: root, env: { ...env, ...more } });
  return { runTypeScript, runYarn };
}

/**
 * Runs a script's main function: its exit code becomes ours, and a failure that
 * the user can act on is one message without a stack.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(
      error instanceof BootstrapError
        ? `\n${error.message}\n`
        : `\n${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 1;
  }
}
