import { walletMethod } from '../walletMethod';

/** Lets an output be spent again. */
export const thaw = walletMethod<{ keyImage: string }>('thaw', {
  encode: ({ keyImage }) => ({ key_image: keyImage }),
});
