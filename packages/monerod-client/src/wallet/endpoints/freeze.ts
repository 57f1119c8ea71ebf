import { walletMethod } from '../walletMethod';

/** Keeps an output from being spent. */
export const freeze = walletMethod<{ keyImage: string }>('freeze', {
  encode: ({ keyImage }) => ({ key_image: keyImage }),
});
