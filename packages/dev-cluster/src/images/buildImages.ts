import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../cacheDir';
import { lock } from '../host/socketLock';
import { buildImage } from './buildImage';
import {
  CLUSTER_IMAGES,
  definitionOf,
  findCheckout,
  ImageReference,
  IMAGES,
} from './definitions';
import { createLayerStore } from './layers';
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
  const { signal, onProgress: progress = () => {} } = options;
  const cache = options.cache ?? join(cacheDir(), 'images');
  const held = await lock(`images ${cache}`, `process ${process.pid}`, {
    signal: signal ?? new AbortController().signal,
    onWait: holder => progress(`waiting for ${holder}, which builds images`),
  });
  try {
    await removeLeftovers(cache);
    return await buildAll(options, cache);
  } finally {
    await removeLeftovers(cache);
    await held.release();
  }
}

async function buildAll(
  options: BuildImagesOptions,
  cache: string,
): Promise<BuiltImage[]> {
  const { signal, onProgress: progress = () => {} } = options;
  const checkout = options.checkout ?? findCheckout();
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
  const images: BuiltImage[] = [];
  for (const reference of options.only ?? CLUSTER_IMAGES) {
    if (reference === IMAGES.portal) {
      await ensureOperatorBundle(
        checkout,
        ownSignal => {
          progress('bundling the operator');
          return yarnBundler(checkout)(ownSignal);
        },
        signal,
      );
    }
    const definition = definitionOf(reference, checkout);
    images.push(await buildImage(definition, join(cache, 'archives'), deps));
  }
  return images;
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

/**
 * Removes work folders, also of builds that were killed; the lock says that
 * none is running. One that apt, left alone by a killed build, still writes to
 * is for the next time.
 */
async function removeLeftovers(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    if (!name.startsWith('work-')) continue;
    await rm(join(cache, name), {
      recursive: true,
      force: true,
      maxRetries: 3,
    }).catch(() => {});
  }
}
