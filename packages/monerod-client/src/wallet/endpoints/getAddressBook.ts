import { walletMethod } from '../walletMethod';

/** An address of someone else. */
export interface AddressBookEntry {
  index: number;
  address: string;
  description: string;
}

/** The address book: some entries, or all. */
export const getAddressBook = walletMethod<
  { indices?: readonly number[] } | void,
  AddressBookEntry[]
>('get_address_book', {
  encode: params => ({ entries: params?.indices ?? [] }),
  decode: wire =>
    wire.list('entries', each => ({
      index: each.count('index'),
      address: each.string('address'),
      description: each.string('description'),
    })),
});
