import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of programs takes about 750 MB: those of long ago are removed. */
const UNUSED_MS = 30 * 24 * 60 * 60 * 1000;

/** Remembers, as the folder's own time, that its programs are in use. */
export async function markUsed(dir: string): Promise<void> {
  const now = new Date();
  await utimes(dir, now, now);
}

/** Removes the other builds that nobody used for 30 days. */
export async function removeUnused(
  cache: string,
  keep: string,
  now: Date = new Date(),
): Promise<void> {
  for (const name of await readdir(cache)) {
    if (name === keep) continue;
    const dir = join(cache, name);
    const info = await stat(dir).catch(() => undefined); // removed meanwhile
    if (info && now.getTime() - info.mtimeMs > UNUSED_MS) {
      await rm(dir, { recursive: true, force: true });
    }
  }
}
