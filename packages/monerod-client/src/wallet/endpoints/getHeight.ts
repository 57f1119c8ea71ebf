import { walletMethod } from '../walletMethod';

/** How much of the chain the wallet has seen: index of the last block + 1. */
export const getHeight = walletMethod<void, number>('get_height', {
  decode: wire => wire.count('height'),
});
