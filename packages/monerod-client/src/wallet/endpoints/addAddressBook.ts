import { walletMethod } from '../walletMethod';

/** Adds an entry to the address book. @returns its index */
export const addAddressBook = walletMethod<
  { address: string; description?: string },
  number
>('add_address_book', {
  encode: ({ address, description }) => ({
    address,
    description: description ?? '',
  }),
  decode: wire => wire.count('index'),
});
