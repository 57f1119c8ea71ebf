import { SubaddressIndex } from '../SubaddressIndex';
import { walletMethod } from '../walletMethod';

/** What to sign, and as whom. */
export interface SignParams {
  data: string;
  /** The wallet's first address unless said. */
  subaddress?: SubaddressIndex;
  /** With which key; `spend` unless said. */
  key?: 'spend' | 'view';
}

/** Signs a text. @returns the signature */
export const sign = walletMethod<SignParams, string>('sign', {
  encode: ({ data, subaddress, key }) => ({
    data,
    account_index: subaddress?.major ?? 0,
    address_index: subaddress?.minor ?? 0,
    signature_type: key ?? 'spend',
  }),
  decode: wire => wire.string('signature'),
});
