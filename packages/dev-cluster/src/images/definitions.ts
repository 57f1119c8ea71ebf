import { dirname, join } from 'node:path';
import { ImageDefinition } from './buildImage';

/** References of the images that this project makes. */
export const IMAGES = {
  /** monerod as the development cluster runs it. */
  monerod: 'docker.io/monero-portal/monerod:0.18.4.0',
  /** An older monerod, to upgrade from. */
  monerodOld: 'docker.io/monero-portal/monerod:0.18.0.0',
  /** xmrig as the development cluster runs it. */
  xmrig: 'docker.io/monero-portal/xmrig:6.22.2',
  /** tor as the sidecar of nodes runs it. */
  tor: 'docker.io/monero-portal/tor:0.4.9',
  /** i2pd as the sidecar of nodes runs it. */
  i2pd: 'docker.io/monero-portal/i2pd:2.56.0',
  /** Operator and exporter, from this checkout. */
  portal: 'docker.io/monero-portal/monero-portal:dev',
} as const;

/** Name of one of {@link IMAGES}. */
export type ImageReference = (typeof IMAGES)[keyof typeof IMAGES];

/** What pods of the loop run, in the order in which they are wanted. */
export const CLUSTER_IMAGES: readonly ImageReference[] = [
  IMAGES.portal,
  IMAGES.monerod,
  IMAGES.monerodOld,
  IMAGES.xmrig,
  IMAGES.tor,
  IMAGES.i2pd,
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
  [IMAGES.xmrig]: {
    containerfile: 'images/xmrig/Containerfile',
    buildArgs: { SUITE: 'trixie', XMRIG_VERSION: '6.22.2' },
  },
  [IMAGES.tor]: {
    containerfile: 'images/tor/Containerfile',
    buildArgs: { SUITE: 'trixie', TOR_VERSION: '0.4.9' },
  },
  [IMAGES.i2pd]: {
    containerfile: 'images/i2pd/Containerfile',
    buildArgs: { SUITE: 'trixie', I2PD_VERSION: '2.56.0' },
  },
  [IMAGES.portal]: { containerfile: 'operator/Containerfile' },
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

/** Root of the checkout that this package belongs to. */
export function findCheckout(): string {
  const manifest = require.resolve('@monero-portal/dev-cluster/package.json');
  return join(dirname(manifest), '..', '..');
}
