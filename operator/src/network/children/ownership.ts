import { KubeObject } from '@monero-portal/kube-client';
import { NETWORK } from '@monero-portal/monero-api';
import { Network } from '../spec';

/** Marks an object as the network's: it goes when the network goes. */
export function ownedBy(
  network: Network,
): Pick<KubeObject['metadata'], 'namespace' | 'ownerReferences'> {
  return {
    namespace: network.namespace,
    ownerReferences: [
      {
        apiVersion: NETWORK.apiVersion,
        kind: NETWORK.kind,
        name: network.name,
        uid: network.uid,
        controller: true,
      },
    ],
  };
}
