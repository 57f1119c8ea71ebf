import { LONG_MS, walletMethod } from '../walletMethod';
import type { KeyImages } from './exportKeyImages';

/** What is spent by the key images that were taken in. */
export interface ImportedKeyImages {
  /** How far the chain was looked at. */
  height: number;
  spentAtomicUnits: bigint;
  unspentAtomicUnits: bigint;
}

/** Takes in what `exportKeyImages` of the wallet with the keys gave. Wants a trusted daemon. */
export const importKeyImages = walletMethod<KeyImages, ImportedKeyImages>(
  'import_key_images',
  {
    timeoutMs: LONG_MS,
    encode: ({ offset, keyImages }) => ({
      offset,
      signed_key_images: keyImages.map(({ keyImage, signature }) => ({
        key_image: keyImage,
        signature,
      })),
    }),
    decode: wire => ({
      height: wire.count('height'),
      spentAtomicUnits: wire.uint64('spent'),
      unspentAtomicUnits: wire.uint64('unspent'),
    }),
  },
);
