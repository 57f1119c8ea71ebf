import { walletMethod } from '../walletMethod';

/** Which addresses of an account. */
export interface GetAddressParams {
  /** 0 unless said. */
  accountIndex?: number;
  /** All unless said. */
  addressIndices?: readonly number[];
}

/** Addresses of an account. */
export interface AccountAddresses {
  /** The account's own. */
  address: string;
  addresses: {
    address: string;
    label: string;
    addressIndex: number;
    /** Something came in there. */
    used: boolean;
  }[];
}

/** Addresses of an account. */
export const getAddress = walletMethod<
  GetAddressParams | void,
  AccountAddresses
>('get_address', {
  encode: params => ({
    account_index: params?.accountIndex ?? 0,
    address_index: params?.addressIndices,
  }),
  decode: wire => ({
    address: wire.string('address'),
    addresses: wire.list('addresses', each => ({
      address: each.string('address'),
      label: each.string('label'),
      addressIndex: each.count('address_index'),
      used: each.boolean('used'),
    })),
  }),
});
