import { walletMethod } from '../walletMethod';

/** How many addresses, and where. */
export interface CreateAddressParams {
  /** 0 unless said. */
  accountIndex?: number;
  /** 1 unless said. */
  count?: number;
  label?: string;
}

/** Makes new addresses in an account. */
export const createAddress = walletMethod<
  CreateAddressParams | void,
  { address: string; addressIndex: number }[]
>('create_address', {
  encode: params => ({
    account_index: params?.accountIndex ?? 0,
    count: params?.count ?? 1,
    label: params?.label ?? '',
  }),
  decode: wire => {
    const indices = wire.counts('address_indices');
    return wire
      .strings('addresses')
      .map((address, each) => ({ address, addressIndex: indices[each] }));
  },
});
