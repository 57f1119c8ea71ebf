import { KubeObject } from '@monero-portal/kube-client';
import { PORTS } from '@monero-portal/monero-api';
import { SHARED_OWNER } from '../../anonymity/identities';
import { ANONYMITY_PORTS } from '../../anonymity/ports';
import { Identities } from '../anonymity';
import { addressesName } from '../names';
import { NodeSet } from '../spec';
import { child } from './child';

/**
 * With Tor or I2P, one ConfigMap with the addresses of all pods, for whoever
 * needs the list: `POD.onion` and `POD.i2p` for peers, `rpc.onion` for
 * wallets.
 */
export function addresses(
  nodeSet: NodeSet,
  { tor, i2p }: Identities,
): KubeObject[] {
  const data = Object.fromEntries([
    ...Object.entries(tor).map(([owner, onion]) => [
      `${owner}.onion`,
      `${onion}:${
        owner === SHARED_OWNER ? PORTS.restrictedRpc : ANONYMITY_PORTS.onionP2p
      }`,
    ]),
    ...Object.entries(i2p).map(([owner, garlic]) => [`${owner}.i2p`, garlic]),
  ]);
  if (Object.keys(data).length === 0) return [];
  return [
    child(nodeSet, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: addressesName(nodeSet.name),
      data,
    }),
  ];
}
