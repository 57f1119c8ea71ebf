import { walletMethod } from '../walletMethod';

/** What to check. */
export interface ValidateAddressParams {
  address: string;
  /** Of any network, not just the wallet's. */
  anyNetwork?: boolean;
  /** Ask the DNS where it is no address. */
  allowOpenAlias?: boolean;
}

/** What an address is. */
export interface AddressVerdict {
  valid: boolean;
  integrated: boolean;
  subaddress: boolean;
  /** `mainnet`, `testnet`, `stagenet`; empty where it is not valid. */
  nettype: string;
  /** What the DNS said, if it was asked. */
  openAliasAddress: string;
}

/** Checks an address. `parseAddress` says more, and needs no wallet. */
export const validateAddress = walletMethod<
  ValidateAddressParams,
  AddressVerdict
>('validate_address', {
  encode: ({ address, anyNetwork, allowOpenAlias }) => ({
    address,
    any_net_type: anyNetwork ?? false,
    allow_openalias: allowOpenAlias ?? false,
  }),
  decode: wire => ({
    valid: wire.boolean('valid'),
    integrated: wire.boolean('integrated'),
    subaddress: wire.boolean('subaddress'),
    nettype: wire.string('nettype'),
    openAliasAddress: wire.string('openalias_address'),
  }),
});
