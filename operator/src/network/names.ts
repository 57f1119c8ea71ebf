import { ordinalOf } from '../nodeset/names';

/** Name of a member, which is a node set. */
export const memberName = (network: string, ordinal: number) =>
  `${network}-${ordinal}`;

/** Name of the Service under which other members find one. */
export const addressName = (network: string, ordinal: number) =>
  `${memberName(network, ordinal)}-peer`;

/** Name of the Service with the restricted RPC of any member. */
export const rpcName = (network: string) => `${network}-rpc`;

/** Name of the Secret with the keys of all members on one network. */
export const identitySecretName = (network: string, kind: 'tor' | 'i2p') =>
  `${network}-${kind}`;

/** The number at the end of a member's name, or undefined for other names. */
export const memberOrdinal = ordinalOf;
