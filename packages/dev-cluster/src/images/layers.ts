import { chmod, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfExists, writeAtomic } from '../host/files';
import { packFolder, sha256File } from './tar';

/** One layer of an image: an uncompressed tar. */
export interface Layer {
  tarPath: string;
  /** SHA-256 of the tar, in hexadecimal. */
  sha256: string;
  /** Size of the tar in bytes. */
  bytes: number;
  /** Names of the package files in it, with their versions. */
  packages: string[];
}

/** Writes a layer's content into an empty folder; returns names of packages. */
export type Fill = (root: string) => Promise<string[]>;

const recordSchema = z.object({
  sha256: z.string(),
  bytes: z.number(),
  packages: z.array(z.string()),
});

/** Makes layers, and keeps those that are slow to make. */
export interface LayerStore {
  /**
   * A layer by its key; made when it is not there or when its file is damaged.
   *
   * @param key stands for everything that `fill` depends on
   */
  cached(key: string, fill: Fill): Promise<Layer>;
  /** A layer that is not kept. */
  fresh(fill: Fill): Promise<Layer>;
}

/**
 * @param folder for kept layers
 * @param work an empty folder that the caller removes after the build
 */
export function createLayerStore(
  folder: string,
  work: string,
  signal?: AbortSignal,
): LayerStore {
  async function fresh(fill: Fill): Promise<Layer> {
    const own = await mkdtemp(join(work, 'layer-'));
    const root = join(own, 'root');
    await mkdir(root);
    const packages = await fill(root);
    await chmod(root, 0o755);
    const tarPath = join(own, 'layer.tar');
    await packFolder(root, tarPath, { signal });
    await rm(root, { recursive: true, force: true });
    return {
      tarPath,
      sha256: await sha256File(tarPath),
      bytes: (await stat(tarPath)).size,
      packages,
    };
  }

  return {
    fresh,
    async cached(key, fill) {
      const tarPath = join(folder, `${key}.tar`);
      const recordPath = join(folder, `${key}.json`);
      const known = await intact(tarPath, recordPath);
      if (known) return known;
      const made = await fresh(fill);
      await mkdir(folder, { recursive: true });
      await rename(made.tarPath, tarPath);
      const { sha256, bytes, packages } = made;
      const record = { sha256, bytes, packages };
      await writeAtomic(recordPath, JSON.stringify(record));
      return { tarPath, ...record };
    },
  };
}

/** The layer, if file and record are there and agree. */
async function intact(
  tarPath: string,
  recordPath: string,
): Promise<Layer | undefined> {
  const record = parseRecord(await readIfExists(recordPath));
  if (!record) return undefined;
  const found = await sha256File(tarPath).catch(() => undefined);
  return found === record.sha256 ? { tarPath, ...record } : undefined;
}

function parseRecord(text: string | undefined) {
  try {
    return recordSchema.parse(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}
