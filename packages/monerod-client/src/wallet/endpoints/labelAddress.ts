import { SubaddressIndex } from '../SubaddressIndex';
import { walletMethod } from '../walletMethod';

/** Names an address. */
export const labelAddress = walletMethod<{
  subaddress: SubaddressIndex;
  label: string;
}>('label_address', {
  encode: ({ subaddress, label }) => ({ index: subaddress, label }),
});
