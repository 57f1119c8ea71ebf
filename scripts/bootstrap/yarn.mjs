// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './exec.mjs';
import { cacheDir } from './node.mjs';
import { step } from './progress.mjs';

const INSTALL_TIMEOUT_MS = 30 * 60_000;

/** @param {string} root */
async function yarnRelease(root) {
  const config = await readFile(path.join(root, '.yarnrc.yml'), 'utf8');
  const release = /^yarnPath: (.+)$/m.exec(config)?.[1];
  if (!release) throw new Error('.yarnrc.yml names no yarnPath');
  return path.join(root, release);
}

/**
 * A folder with an executable `yarn` that is the checked-in one, for programs
 * that call it by name.
 *
 * @param {string} root
 */
export async function yarnFolder(root) {
  const release = await yarnRelease(root);
  const folder = path.join(
    cacheDir,
    'yarn',
    createHash('sha256').update(release).digest('hex').slice(0, 12),
  );
  const script = path.join(folder, 'yarn');
  if (!existsSync(script)) {
    await mkdir(folder, { recursive: true });
    await writeFile(script, `#!/bin/sh\nexec node "${release}" "$@"\n`);
    await chmod(script, 0o755);
  }
  return folder;
}

/** What node_modules was made from; another Node needs other native add-ons. */
async function fingerprint(
  /** @type {string} */ root,
  /** @type {string} */ node,
) {
  const hash = createHash('sha256').update(node);
  const workspaces = ['packages', 'plugins'].map(folder =>
    path.join(root, folder),
  );
  const manifests = [
    path.join(root, 'package.json'),
    path.join(root, 'operator/package.json'),
  ];
  for (const folder of workspaces) {
    for (const name of (await readdir(folder)).sort()) {
      manifests.push(path.join(folder, name, 'package.json'));
    }
  }
  for (const file of [
    path.join(root, 'yarn.lock'),
    path.join(root, '.yarnrc.yml'),
    ...manifests,
  ]) {
    if (existsSync(file)) hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

/**
 * Installs the dependencies unless the last finished install still fits.
 *
 * @param {string} root
 * @param {string} node path of the Node that will run them
 * @param {NodeJS.ProcessEnv} env
 */
export async function install(root, node, env) {
  const stamp = path.join(root, 'node_modules', '.monero-portal-install');
  const wanted = await fingerprint(root, node);
  const present = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined;
  if (present === wanted) return;
  const release = await yarnRelease(root);
  await step('installing dependencies (3 to 4 minutes the first time)', () =>
    run(node, [release, 'install', '--immutable'], {
      cwd: root,
      env,
      timeoutMs: INSTALL_TIMEOUT_MS,
    }),
  );
  await writeFile(stamp, wanted);
}
