import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfExists, writeAtomic } from '../host/files';

const Entry = z.object({
  size: z.number(),
  mtimeMs: z.number(),
  sha256: z.string(),
});
const Manifest = z.object({ files: z.record(Entry) });

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Writes what the files are. Done last: a folder without a manifest is not
 * finished, whatever lies in it.
 */
export async function writeManifest(
  path: string,
  dir: string,
  names: readonly string[],
): Promise<void> {
  const files: Record<string, z.infer<typeof Entry>> = {};
  for (const name of names) {
    const file = join(dir, name);
    const { size, mtimeMs } = await stat(file);
    files[name] = { size, mtimeMs, sha256: await sha256(file) };
  }
  await writeAtomic(path, `${JSON.stringify({ files }, undefined, 2)}\n`);
}

function parse(text: string) {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    return undefined; // damaged: as good as none
  }
}

async function isIntact(
  file: string,
  entry: z.infer<typeof Entry>,
): Promise<boolean> {
  const now = await stat(file).catch(() => undefined);
  if (!now || now.size !== entry.size) return false;
  // Reading 700 MB at each start would take seconds: only what was touched is read.
  return now.mtimeMs === entry.mtimeMs || (await sha256(file)) === entry.sha256;
}

/** True when the manifest names these files and each is as it was written. */
export async function matchesManifest(
  path: string,
  dir: string,
  names: readonly string[],
): Promise<boolean> {
  const text = await readIfExists(path);
  const manifest = text === undefined ? undefined : parse(text);
  if (!manifest) return false;
  const checks = await Promise.all(
    names.map(async name => {
      const entry = manifest.files[name];
      return entry !== undefined && isIntact(join(dir, name), entry);
    }),
  );
  return checks.every(Boolean);
}
