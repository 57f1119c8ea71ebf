import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImageDefinition } from './buildImage';

/** References of the images that this project makes. */
export const IMAGES = {
  /** monerod as the development cluster runs it. */
  monerod: 'docker.io/monero-portal/monerod:0.18.4.0',
  /** An older monerod, to upgrade from. */
  monerodOld: 'docker.io/monero-portal/monerod:0.18.0.0',
  /** Operator and exporter, from this checkout. */
  portal: 'docker.io/monero-portal/monero-portal:dev',
  /** What holds a pod's namespaces open. */
  pause: 'docker.io/local/pause:1',
} as const;

/** Name of one of {@link IMAGES}. */
export type ImageReference = (typeof IMAGES)[keyof typeof IMAGES];

/** What pods of the loop run, in the order in which they are wanted. */
export const CLUSTER_IMAGES: readonly ImageReference[] = [
  IMAGES.portal,
  IMAGES.monerod,
  IMAGES.monerodOld,
];

const CONTAINERFILES: Readonly<
  Record<ImageReference, Omit<ImageDefinition, 'reference'>>
> = {
  [IMAGES.monerod]: {
    containerfile: 'images/monerod/Containerfile',
    buildArgs: { SUITE: 'trixie', MONERO_VERSION: '0.18.4.0' },
  },
  [IMAGES.monerodOld]: {
    containerfile: 'images/monerod/Containerfile',
    buildArgs: { SUITE: 'bookworm', MONERO_VERSION: '0.18.0.0' },
  },
  [IMAGES.portal]: { containerfile: 'operator/Containerfile' },
  [IMAGES.pause]: { containerfile: 'images/pause/Containerfile' },
};

/** How an image is made. */
export function definitionOf(
  reference: ImageReference,
  checkout: string,
): ImageDefinition {
  const { containerfile, buildArgs } = CONTAINERFILES[reference];
  return {
    reference,
    containerfile: join(checkout, containerfile),
    buildArgs,
  };
}

/**
 * The checkout that this file belongs to: the next folder above with `images/`.
 *
 * @throws Error outside of a checkout
 */
export function findCheckout(from: string = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'images', 'monerod', 'Containerfile'))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      throw new Error(`${from} does not lie in a checkout of monero-portal`);
    }
  }
}
