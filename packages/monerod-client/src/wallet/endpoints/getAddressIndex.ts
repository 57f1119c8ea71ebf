import { decodeIndex, SubaddressIndex } from '../SubaddressIndex';
import { walletMethod } from '../walletMethod';

/** Which one of the wallet's addresses this is. */
export const getAddressIndex = walletMethod<
  { address: string },
  SubaddressIndex
>('get_address_index', {
  encode: ({ address }) => ({ address }),
  decode: wire => decodeIndex(wire.object('index')),
});
