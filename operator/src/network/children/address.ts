import { KubeObject } from '@monero-portal/kube-client';
import { LABELS, PORTS } from '@monero-portal/monero-api';
import { selectorLabels } from '../../nodeset/labels';
import { podName } from '../../nodeset/names';
import { networkLabels } from '../labels';
import { addressName, memberName } from '../names';
import { Network } from '../spec';
import { ownedBy } from './ownership';

/**
 * The address of one member among the others: it exists before the member
 * does, because monerod does not start when a peer's name does not resolve.
 */
export function address(network: Network, ordinal: number): KubeObject {
  const member = memberName(network.name, ordinal);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: addressName(network.name, ordinal),
      ...ownedBy(network),
      labels: { ...selectorLabels(member), ...networkLabels(network.name) },
    },
    spec: {
      type: 'ClusterIP',
      // A node must find its peers before it can be in sync.
      publishNotReadyAddresses: true,
      selector: {
        ...selectorLabels(member),
        [LABELS.pod]: podName(member, 0),
      },
      ports: [
        {
          name: 'p2p',
          protocol: 'TCP',
          port: PORTS.byNetwork.regtest.p2p,
          targetPort: 'p2p',
        },
      ],
    },
  };
}
