import type { Nettype } from '@monero-portal/monero-api';
// This entry of it is made for browsers, too, and needs nothing of Node.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  AddressError,
  parseAddress,
  type Address,
} from 'monerod-client/browser';

/** What people call them. */
const KINDS: Record<Address['kind'], string> = {
  standard: 'primary address',
  subaddress: 'subaddress',
  integrated: 'address with a payment id',
};

/** What a wallet address is wanted for. */
export interface WalletUse {
  /** Network whose coins it is to receive; any when unknown. */
  nettype?: Nettype;
  /** Whether a daemon pays it, which pays primary addresses only. */
  solo: boolean;
}

/** A wallet address as looked at: what is wrong with it, or what it is. */
export type WalletCheck =
  | { problem: string }
  | { problem?: undefined; address: Address };

/**
 * Looks at a Monero address beyond what the rules of the CRD can: its checksum,
 * its keys and its network. Pure; also in the browser.
 *
 * @param text - as typed
 */
export function checkWallet(text: string, use: WalletUse): WalletCheck {
  try {
    const address = parseAddress(text, { nettype: use.nettype });
    return use.solo && address.kind !== 'standard'
      ? {
          problem: `A daemon pays no ${
            KINDS[address.kind]
          }. Give a primary address.`,
        }
      : { address };
  } catch (error) {
    if (!(error instanceof AddressError)) {
      throw error;
    }
    return { problem: `${error.message.replace(/\.?$/, '')}.` };
  }
}
