import { chmod, cp, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CopyStep } from './containerfile';

/**
 * A source of a COPY inside its folder.
 *
 * @throws Error when it is not there, or lies outside (`..`, links)
 */
export async function resolveSource(
  folder: string,
  source: string,
): Promise<string> {
  const path = resolve(folder, `./${source}`);
  const real = await realpath(path).catch(() => {
    throw new Error(`${source} does not exist in ${folder}`);
  });
  const way = relative(await realpath(folder), real);
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new Error(`${source} leads out of ${folder}`);
  }
  return real;
}

/**
 * Copies a file, or the content of a folder, to where a COPY wants it.
 *
 * @param root folder of the layer
 * @param source path on disk
 */
export async function copyInto(
  root: string,
  source: string,
  step: Pick<CopyStep, 'target' | 'chmod'>,
): Promise<void> {
  const isFolder = (await lstat(source)).isDirectory();
  const place = join(root, mergedPath(step.target));
  const target =
    !isFolder && step.target.endsWith('/')
      ? join(place, basename(source))
      : place;
  await mkdir(dirname(target), { recursive: true });
  await cp(source, target, { recursive: true, verbatimSymlinks: true });
  await setModes(target, step.chmod && parseInt(step.chmod, 8));
}

/** Where a path lies in a file system with merged /usr. */
export function mergedPath(path: string): string {
  return path.replace(/^\/(bin|sbin|lib|lib64)(\/|$)/, '/usr/$1$2');
}

/** Files of a file or folder, sorted, relative to it; '' is a file itself. */
export async function filesOf(path: string): Promise<string[]> {
  if (!(await lstat(path)).isDirectory()) return [''];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(path, join(entry.parentPath, entry.name)))
    .sort();
}

/** Makes every folder below enterable for all, whatever the umask was. */
export async function openFolders(root: string): Promise<void> {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (entry.isDirectory()) await openFolders(join(root, entry.name));
  }
}

/** Modes that do not depend on the umask of whoever checked the files out. */
async function setModes(path: string, mode?: number | ''): Promise<void> {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return;
  if (stats.isDirectory()) {
    await chmod(path, 0o755);
    for (const name of await readdir(path)) {
      await setModes(join(path, name), mode);
    }
  } else {
    const executable = (stats.mode & 0o100) !== 0;
    await chmod(path, mode || (executable ? 0o755 : 0o644));
  }
}
