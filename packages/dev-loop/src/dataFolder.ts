import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { LoopError } from './LoopError';

/** The places inside the data folder. */
export interface DataFolder {
  root: string;
  cluster: string;
  gitops: string;
  portal: string;
  logs: string;
}

const MARKER = '.monero-portal';
const LOCK = 'lock';

/** @param root - absolute path of the data folder */
export function dataFolderAt(root: string): DataFolder {
  return {
    root,
    cluster: path.join(root, 'cluster'),
    gitops: path.join(root, 'gitops.git'),
    portal: path.join(root, 'portal'),
    logs: path.join(root, 'logs'),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Creates the data folder, or takes up the one that is there.
 *
 * @throws LoopError when the folder holds something that is not ours
 */
export async function openDataFolder(root: string): Promise<DataFolder> {
  const folder = dataFolderAt(root);
  if (existsSync(root) && !existsSync(path.join(root, MARKER))) {
    const content = await readdir(root);
    // The development cluster alone (npm run cluster) may have been here first.
    if (content.some(name => name !== 'cluster')) {
      throw new LoopError(
        `${root} is not empty and was not made by this program. Choose another folder with --data DIR.`,
      );
    }
  }
  await mkdir(folder.portal, { recursive: true });
  await mkdir(folder.logs, { recursive: true });
  await (await open(path.join(root, MARKER), 'a')).close();
  return folder;
}

/**
 * Takes the folder for this process, so that a second start on the same data
 * is told rather than let loose on it. A lock of a dead process is taken over.
 *
 * @returns gives the folder back
 * @throws LoopError naming the process that holds it
 */
export async function lockDataFolder(
  folder: DataFolder,
): Promise<() => Promise<void>> {
  const file = path.join(folder.root, LOCK);
  const holder = existsSync(file) ? Number(await readFile(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new LoopError(
      `${folder.root} is in use by process ${holder}. Stop it first, or choose another folder with --data DIR.`,
    );
  }
  await rm(file, { force: true });
  const handle = await open(file, 'wx');
  await handle.write(String(process.pid));
  await handle.close();
  return () => unlink(file);
}

/**
 * Forgets everything inside a data folder of ours.
 */
export async function resetDataFolder(folder: DataFolder): Promise<void> {
  for (const place of [
    folder.cluster,
    folder.gitops,
    folder.portal,
    folder.logs,
  ]) {
    await rm(place, { recursive: true, force: true });
  }
  await mkdir(folder.portal, { recursive: true });
  await mkdir(folder.logs, { recursive: true });
}
