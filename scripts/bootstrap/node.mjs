// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './exec.mjs';
import { BootstrapError, step } from './progress.mjs';

/**
 * The portal runs on Node 22: client-node wants 22.19, and better-sqlite3 aborts
 * on some releases of Node 24.
 */
const MAJOR = 22;
const MINOR = 19;

/** Where downloads and builds are kept between checkouts. */
export const cacheDir = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'monero-portal',
);

/** @param {string} version such as `22.23.3` */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === MAJOR && minor >= MINOR;
}

/**
 * Finds the right Node: the running one, the cached one, or the one that the
 * npm package `node-<platform>-<arch>` holds (binary and headers).
 *
 * @returns {Promise<{node: string, home?: string}>} home: folder with bin and include
 */
export async function findNode() {
  if (isSupported(process.versions.node)) return { node: process.execPath };
  const folder = path.join(cacheDir, 'node');
  const cached = existsSync(folder)
    ? (await readdir(folder)).filter(isSupported).sort().reverse()[0]
    : undefined;
  const home = cached
    ? path.join(folder, cached)
    : await step(`fetching Node ${MAJOR}`, () => fetchNode(folder));
  return { node: path.join(home, 'bin', 'node'), home };
}

/** @param {string} folder */
async function fetchNode(folder) {
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(path.join(folder, '.download-'));
  try {
    const name = `node-${process.platform}-${process.arch}@${MAJOR}`;
    await run('npm', ['pack', '--silent', name], {
      cwd: scratch,
      timeoutMs: 300_000,
    });
    const [archive] = await readdir(scratch);
    await run('tar', ['-xzf', archive], { cwd: scratch, timeoutMs: 60_000 });
    const unpacked = path.join(scratch, 'package');
    const version = (
      await run(path.join(unpacked, 'bin', 'node'), ['--version'], {
        timeoutMs: 10_000,
      })
    )
      .trim()
      .replace(/^v/, '');
    if (!isSupported(version)) {
      throw new BootstrapError(
        `npm delivered Node ${version} as ${name}, the portal needs ${MAJOR}.${MINOR} or newer`,
      );
    }
    const home = path.join(folder, version);
    // Another start may have been faster: its result is as good as ours.
    await rename(unpacked, home).catch(error => {
      if (!existsSync(home)) throw error;
    });
    return home;
  } catch (error) {
    throw new BootstrapError(
      `This is Node ${process.versions.node}; the portal needs Node ${MAJOR} (at least ${MAJOR}.${MINOR}), ` +
        `and it could not be fetched: ${
          error instanceof Error ? error.message : error
        }\n` +
        `Install Node ${MAJOR} (see .nvmrc) and start again.`,
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * The environment in which everything else runs: the right Node first on PATH,
 * its headers for native add-ons, and the checked-in yarn as `yarn`.
 *
 * @param {{node: string, home?: string}} found
 * @param {string} yarnFolder folder that holds an executable `yarn`
 */
export function environmentFor(found, yarnFolder) {
  const inherited = process.env.PATH ?? '';
  return {
    ...process.env,
    PATH: [path.dirname(found.node), yarnFolder, inherited].join(
      path.delimiter,
    ),
    TMPDIR: process.env.TMPDIR ?? tmpdir(),
    ...(found.home ? { npm_config_nodedir: found.home } : {}),
  };
}
