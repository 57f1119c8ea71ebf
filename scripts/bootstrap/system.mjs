// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './exec.mjs';
import { step } from './progress.mjs';

/**
 * Debian packages by what we look for: a program on PATH or a file.
 * @typedef {{package: string, program?: string, file?: string}} Need
 */

/** To compile native add-ons (better-sqlite3). @type {Need[]} */
export const BUILD_NEEDS = [
  { package: 'git', program: 'git' },
  { package: 'python3', program: 'python3' },
  { package: 'make', program: 'make' },
  { package: 'g++', program: 'g++' },
];

/** For the development cluster. @type {Need[]} */
export const CLUSTER_NEEDS = [
  { package: 'runc', program: 'runc' },
  { package: 'containernetworking-plugins', file: '/usr/lib/cni/ptp' },
  { package: 'conntrack', program: 'conntrack' },
  { package: 'iptables', program: 'iptables' },
  { package: 'iproute2', program: 'ip' },
  { package: 'socat', program: 'socat' },
  { package: 'util-linux', program: 'unshare' },
  { package: 'gcc', program: 'gcc' },
];

/** For the browser test. @type {Need[]} */
export const BROWSER_NEEDS = [{ package: 'chromium', program: 'chromium' }];

const FOLDERS = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/usr/sbin',
  '/sbin',
];

/** @param {Need} need */
function isPresent(need) {
  return need.file
    ? existsSync(need.file)
    : FOLDERS.some(folder => existsSync(path.join(folder, need.program ?? '')));
}

/**
 * Installs what is missing where we may (root on Debian); otherwise prints the
 * one command to run and goes on with what works.
 *
 * @param {Need[]} needs
 */
export async function installSystemPackages(needs) {
  const missing = needs
    .filter(need => !isPresent(need))
    .map(need => need.package);
  if (missing.length === 0 || process.platform !== 'linux') return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(
    ' ',
  )}`;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    process.stderr.write(
      `  ! missing on this machine: ${missing.join(
        ', ',
      )}. As root, run:\n      ${command}\n`,
    );
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step(`installing system packages: ${missing.join(', ')}`, () =>
      run('sh', ['-c', command], { env, timeoutMs: 15 * 60_000 }),
    );
  } catch (error) {
    process.stderr.write(
      `  ! ${
        error instanceof Error ? error.message : error
      }\n  ! going on without; to try again:\n      ${command}\n`,
    );
  }
}
