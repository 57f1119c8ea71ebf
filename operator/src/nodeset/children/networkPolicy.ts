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
  const behindTor = nodeSet.spec.tor.enabled && nodeSet.spec.tor.proxyClearnet;
  const podSelector = { matchLabels: selectorLabels(nodeSet.name) };
  const port = (number: number) => ({ port: number, protocol: 'TCP' });
  return child(nodeSet, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    name: sharedName(nodeSet.name),
    spec: {
      podSelector,
      policyTypes: behindTor ? ['Ingress', 'Egress'] : ['Ingress'],
      ...(behindTor ? { egress: egress(nodeSet.spec.i2p.enabled) } : {}),
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

/** Ports of Tor relays that tor keeps to behind such a policy. */
export const TOR_RELAY_PORTS = [80, 443, 9001] as const;

/** Where I2P routers listen: anywhere here, but not where monerod's peers do. */
const I2P_PORTS = [
  { port: 9000, endPort: 18079 },
  { port: 18082, endPort: 31000 },
];

/**
 * With proxyClearnet nothing leaves but what tor sends, and i2pd where it is
 * on: no DNS, and nothing to the ports of monerod's peers. A policy is about
 * the whole pod; what monerod itself connects to, its options decide.
 */
function egress(i2p: boolean) {
  const tor = TOR_RELAY_PORTS.map(port => ({ port, protocol: 'TCP' }));
  const routers = I2P_PORTS.flatMap(range =>
    ['TCP', 'UDP'].map(protocol => ({ ...range, protocol })),
  );
  return [{ ports: [...tor, ...(i2p ? routers : [])] }];
}
