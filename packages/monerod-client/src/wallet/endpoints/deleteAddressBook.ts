import { walletMethod } from '../walletMethod';

/** Takes an entry out of the address book; those after it move up. */
export const deleteAddressBook = walletMethod<{ index: number }>(
  'delete_address_book',
  { encode: ({ index }) => ({ index }) },
);
