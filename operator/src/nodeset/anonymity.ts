import { ResolvedNodeSetSpec } from '@monero-portal/monero-api';
import { Addresses } from '../anonymity/identities';
import { ANONYMITY_PORTS } from '../anonymity/ports';

/** Addresses of the pods of a set, by pod; of Tor also that of the whole set. */
export interface Identities {
  tor: Addresses;
  i2p: Addresses;
}

/** What a set without Tor and I2P has. */
export const NO_IDENTITIES: Identities = { tor: {}, i2p: {} };

const MAX_OUT = 16;
const MAX_IN = 32;

/**
 * monerod's options for both networks that are the same in every pod. On
 * regtest transactions travel without noise, which hides when they are sent:
 * there is nobody to hide from, and tests would wait for it.
 */
export function anonymityArgs(spec: ResolvedNodeSetSpec): string[] {
  const noise = spec.network === 'regtest' ? ',disable_noise' : '';
  const proxy = (name: string, port: number) =>
    `--tx-proxy=${name},127.0.0.1:${port},${MAX_OUT}${noise}`;
  const { torSocks, i2pSocks } = ANONYMITY_PORTS;
  return [
    ...(spec.tor.enabled ? [proxy('tor', torSocks)] : []),
    ...(spec.i2p.enabled ? [proxy('i2p', i2pSocks)] : []),
    ...(spec.tor.enabled && spec.tor.proxyClearnet
      ? [
          `--proxy=127.0.0.1:${torSocks}`,
          // Peers see an exit's address, where nobody could reach the node.
          '--hide-my-port',
        ]
      : []),
  ];
}

/** monerod's settings for both networks that only one pod has. */
export function inboundLines(
  spec: ResolvedNodeSetSpec,
  pod: string,
  identities: Identities,
): string[] {
  const { onionP2p, onionInbound, i2pInbound } = ANONYMITY_PORTS;
  const onion = spec.tor.enabled ? identities.tor[pod] : undefined;
  const garlic = spec.i2p.enabled ? identities.i2p[pod] : undefined;
  return [
    // Without its port monerod takes an onion address and tells nobody of it.
    ...(onion
      ? [
          `anonymous-inbound=${onion}:${onionP2p},127.0.0.1:${onionInbound},${MAX_IN}`,
        ]
      : []),
    // I2P knows no ports.
    ...(garlic
      ? [`anonymous-inbound=${garlic},127.0.0.1:${i2pInbound},${MAX_IN}`]
      : []),
  ];
}

/**
 * Peers of a pod over Tor and I2P. In a closed net the other members are:
 * there is nobody else. On public networks they are not, on purpose: a
 * transaction that came out at a node of the same owner would have hidden
 * nothing.
 * @param members - pods of the closed net that this pod connects to
 */
export function anonymousPeers(
  spec: ResolvedNodeSetSpec,
  members: readonly string[],
  identities: Identities,
): string[] {
  const known = (addresses: Addresses) =>
    members.flatMap(pod => addresses[pod] ?? []);
  return [
    ...(spec.tor.enabled
      ? [
          ...known(identities.tor).map(
            onion => `${onion}:${ANONYMITY_PORTS.onionP2p}`,
          ),
          ...spec.tor.peers,
        ]
      : []),
    ...(spec.i2p.enabled ? [...known(identities.i2p), ...spec.i2p.peers] : []),
  ];
}

/** Whether the set is on Tor or I2P, so that monerod hands transactions on there alone. */
export function isAnonymous({
  tor,
  i2p,
}: Pick<ResolvedNodeSetSpec, 'tor' | 'i2p'>): boolean {
  return tor.enabled || i2p.enabled;
}

/** Whether the set has an onion address of its own that leads to any of its nodes. */
export function hasFront({
  tor,
  replicas,
}: Pick<ResolvedNodeSetSpec, 'tor' | 'replicas'>): boolean {
  return tor.enabled && tor.rpc && replicas > 1;
}
