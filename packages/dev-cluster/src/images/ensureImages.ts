import { join } from 'node:path';
import type { DevCluster } from '../types';
import { buildImages, BuildImagesOptions } from './buildImages';
import { ImageError } from './errors';
import { BuiltImage, EnsuredImage, ImageStore } from './types';

/** The part of a running cluster that images need. */
export type ImageCluster = Pick<
  DevCluster,
  'nodeNames' | 'binDir' | 'exec' | 'containerdAddress'
>;

const IMPORT_TIMEOUT_MS = 5 * 60_000;

/**
 * Builds the project's images and imports what the cluster's nodes lack.
 *
 * @throws ImageError
 */
export async function ensureImages(
  cluster: ImageCluster,
  options: BuildImagesOptions = {},
): Promise<EnsuredImage[]> {
  const images = await buildImages(options);
  return importImages(images, containerdStores(cluster), options);
}

/**
 * Imports archives into every store that has other content under their name.
 *
 * @throws ImageError `Import` naming store and image
 */
export async function importImages(
  images: readonly BuiltImage[],
  stores: readonly ImageStore[],
  options: Pick<BuildImagesOptions, 'onProgress' | 'signal'> = {},
): Promise<EnsuredImage[]> {
  const results: EnsuredImage[] = [];
  for (const { reference, digest, tarPath } of images) {
    const imported = await Promise.all(
      stores.map(async store => {
        if ((await store.digestOf(reference, options.signal)) === digest) {
          return false;
        }
        options.onProgress?.(`importing ${reference} into ${store.name}`);
        await store.import(tarPath, options.signal);
        const found = await store.digestOf(reference, options.signal);
        if (found !== digest) {
          throw new ImageError(
            'Import',
            `${store.name} has ${found} for ${reference} after the import, not ${digest}`,
          );
        }
        return true;
      }),
    );
    results.push({ reference, digest, changed: imported.includes(true) });
  }
  return results;
}

/** The containerd of each node, reached through the cluster's namespaces. */
export function containerdStores(cluster: ImageCluster): ImageStore[] {
  return cluster.nodeNames.map(name => {
    const ctr = async (args: string[], signal?: AbortSignal) => {
      try {
        const { stdout } = await cluster.exec(
          [
            join(cluster.binDir, 'ctr'),
            '--address',
            cluster.containerdAddress(name),
            '--namespace',
            'k8s.io',
            'images',
            ...args,
          ],
          { signal, timeoutMs: IMPORT_TIMEOUT_MS },
        );
        return stdout;
      } catch (cause) {
        signal?.throwIfAborted();
        throw new ImageError(
          'Import',
          `containerd of ${name}: ${(cause as Error).message}`,
          { cause },
        );
      }
    };
    return {
      name,
      async digestOf(reference, signal) {
        const list = await ctr(['list', `name==${reference}`], signal);
        return digestIn(list, reference);
      },
      async import(tarPath, signal) {
        await ctr(['import', tarPath], signal);
      },
    };
  });
}

/** Digest of a reference in the table that `ctr images list` prints. */
export function digestIn(table: string, reference: string): string | undefined {
  return table
    .split('\n')
    .map(line => line.split(/\s+/))
    .find(([name]) => name === reference)
    ?.find(word => word.startsWith('sha256:'));
}
