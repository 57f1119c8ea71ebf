import { walletMethod } from '../walletMethod';

/** A key image, and the proof that it is one's own. */
export interface SignedKeyImage {
  keyImage: string;
  signature: string;
}

/** Key images of outputs in a row. */
export interface KeyImages {
  /** Position of the first one. */
  offset: number;
  keyImages: SignedKeyImage[];
}

/** Key images, by which a view-only wallet knows what is spent. `all`: not just those since the last time. */
export const exportKeyImages = walletMethod<
  { all?: boolean } | void,
  KeyImages
>('export_key_images', {
  encode: params => ({ all: params?.all ?? false }),
  decode: wire => ({
    offset: wire.optionalCount('offset') ?? 0,
    keyImages: wire.list('signed_key_images', each => ({
      keyImage: each.hash('key_image'),
      signature: each.hex('signature'),
    })),
  }),
});
