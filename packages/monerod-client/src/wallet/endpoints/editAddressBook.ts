import { walletMethod } from '../walletMethod';

/** Changes an entry of the address book; what is not said stays. */
export const editAddressBook = walletMethod<{
  index: number;
  address?: string;
  description?: string;
}>('edit_address_book', {
  encode: ({ index, address, description }) => ({
    index,
    set_address: address !== undefined,
    address: address ?? '',
    set_description: description !== undefined,
    description: description ?? '',
  }),
});
