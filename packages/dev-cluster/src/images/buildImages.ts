import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../cacheDir';
import { buildImage } from './buildImage';
import {
  CLUSTER_IMAGES,
  definitionOf,
  findCheckout,
  ImageReference,
  IMAGES,
} from './definitions';
import { createLayerStore } from './layers';
import { withFileLock } from './lock';
import { findMirror } from './mirror';
import { ensureOperatorBundle, yarnBundler } from './operatorBundle';
import { aptSource, PackageSource } from './packages';
import { BuiltImage, ImageProgress } from './types';

/** Settings of {@link buildImages}. */
export interface BuildImagesOptions {
  /** Root of the checkout. Default: the one that this file belongs to. */
  checkout?: string;
  /** Folder of the cache. Default: `images` in {@link cacheDir}. */
  cache?: string;
  /** References to build, of {@link IMAGES}. Default: {@link CLUSTER_IMAGES}. */
  only?: readonly ImageReference[];
  onProgress?: ImageProgress;
  signal?: AbortSignal;
}

/**
 * Assembles images, or takes them from the cache. A second call at the same
 * time, in whatever process, waits.
 *
 * @returns one entry for each of `options.only`, in that order
 * @throws ImageError
 */
export async function buildImages(
  options: BuildImagesOptions = {},
): Promise<BuiltImage[]> {
  const checkout = options.checkout ?? findCheckout();
  const { signal, onProgress: progress = () => {} } = options;
  const references = options.only ?? CLUSTER_IMAGES;
  const cache = options.cache ?? join(cacheDir(), 'images');
  return withFileLock(join(cache, 'lock'), signal, async () => {
    await removeLeftovers(cache);
    const work = await mkdtemp(join(cache, 'work-'));
    const deps = {
      layers: createLayerStore(join(cache, 'layers'), work, signal),
      packages: lazySources(join(work, 'apt'), signal),
      node: { path: process.execPath, version: process.version },
      architecture: process.arch === 'x64' ? 'amd64' : process.arch,
      work,
      progress,
      signal,
    };
    try {
      const images: BuiltImage[] = [];
      for (const reference of references) {
        if (reference === IMAGES.portal) {
          progress('bundling the operator');
          await ensureOperatorBundle(checkout, yarnBundler(checkout), signal);
        }
        images.push(
          await buildImage(
            definitionOf(reference, checkout),
            join(cache, 'archives'),
            deps,
          ),
        );
      }
      return images;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}

/**
 * The image that containerd holds pods with (`docker.io/local/pause:1`).
 *
 * @throws ImageError
 */
export async function pauseImage(
  options: Omit<BuildImagesOptions, 'only'> = {},
): Promise<BuiltImage> {
  const [image] = await buildImages({ ...options, only: [IMAGES.pause] });
  return image;
}

/** Package sources by suite, made when first asked: a warm build asks nobody. */
function lazySources(folder: string, signal?: AbortSignal) {
  let mirror: Promise<string> | undefined;
  const sources = new Map<string, PackageSource>();
  return (suite: string): PackageSource => ({
    async download(packages, ownSignal) {
      mirror ??= findMirror(process.env, signal);
      const source =
        sources.get(suite) ??
        aptSource(join(folder, suite), await mirror, suite);
      sources.set(suite, source);
      return source.download(packages, ownSignal);
    },
  });
}

/** Work folders of builds that were killed; the lock says that none is running. */
async function removeLeftovers(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    if (name.startsWith('work-')) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}
