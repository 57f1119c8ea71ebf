import { KubeObject } from '@monero-portal/kube-client';
import { PORTS } from '@monero-portal/monero-api';
import { groupLabels, selectorLabels } from '../labels';
import { sharedName } from '../names';
import { isClosedNet } from '../peers';
import { NodeSet } from '../spec';
import { child } from './child';

/**
 * One policy: peers (in a closed net, those of the set or its
 * network alone), wallets and
 * whoever scrapes come in; nothing else does.
 */
export function networkPolicy(nodeSet: NodeSet): KubeObject {
  const podSelector = { matchLabels: selectorLabels(nodeSet.name) };
  const port = (number: number) => ({ port: number, protocol: 'TCP' });
  return child(nodeSet, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    name: sharedName(nodeSet.name),
    spec: {
      podSelector,
      policyTypes: ['Ingress'],
      ingress: [
        {
          ...(isClosedNet(nodeSet)
            ? { from: [{ podSelector: { matchLabels: groupLabels(nodeSet) } }] }
            : {}),
          ports: [port(PORTS.byNetwork[nodeSet.spec.network].p2p)],
        },
        { ports: [port(PORTS.restrictedRpc), port(PORTS.exporter)] },
      ],
    },
  });
}
