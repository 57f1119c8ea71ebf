import type { Nettype } from '../endpoints/getInfo';

/** Networks that addresses tell apart. Regtest uses mainnet's. */
export type AddressNettype = Exclude<Nettype, 'regtest'>;

/** What an address is for. */
export type AddressKind = 'standard' | 'subaddress' | 'integrated';

/** First byte of an address, by network and kind; from cryptonote_config.h. */
export const PREFIXES: Readonly<
  Record<AddressNettype, Readonly<Record<AddressKind, number>>>
> = {
  mainnet: { standard: 18, integrated: 19, subaddress: 42 },
  testnet: { standard: 53, integrated: 54, subaddress: 63 },
  stagenet: { standard: 24, integrated: 25, subaddress: 36 },
};

/** The network whose addresses a network uses. */
export function addressNettypeOf(nettype: Nettype): AddressNettype {
  return nettype === 'regtest' ? 'mainnet' : nettype;
}

/** Network and kind of a first byte, `undefined` if it is none of Monero's. */
export function kindOfPrefix(
  prefix: number,
): { nettype: AddressNettype; kind: AddressKind } | undefined {
  for (const nettype of ['mainnet', 'stagenet', 'testnet'] as const) {
    for (const kind of ['standard', 'subaddress', 'integrated'] as const) {
      if (PREFIXES[nettype][kind] === prefix) {
        return { nettype, kind };
      }
    }
  }
  return undefined;
}
