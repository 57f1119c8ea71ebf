import { walletMethod } from '../walletMethod';

/** Whether an output is kept from being spent. */
export const isFrozen = walletMethod<{ keyImage: string }, boolean>('frozen', {
  encode: ({ keyImage }) => ({ key_image: keyImage }),
  decode: wire => wire.boolean('frozen'),
});
