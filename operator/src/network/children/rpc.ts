import { KubeObject } from '@monero-portal/kube-client';
import { LABEL_VALUES, LABELS, PORTS } from '@monero-portal/monero-api';
import { networkLabels } from '../labels';
import { rpcName } from '../names';
import { Network } from '../spec';
import { ownedBy } from './ownership';

/**
 * The restricted RPC of the whole network, for wallets and miners: that of any
 * member in sync. Whoever asks stays with one member, because its view of the
 * mempool does too.
 */
export function rpc(network: Network): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: rpcName(network.name),
      ...ownedBy(network),
      labels: networkLabels(network.name),
    },
    spec: {
      type: 'ClusterIP',
      sessionAffinity: 'ClientIP',
      selector: {
        [LABELS.name]: LABEL_VALUES.name,
        [LABELS.network]: network.name,
      },
      ports: [
        {
          name: 'restricted-rpc',
          protocol: 'TCP',
          port: PORTS.restrictedRpc,
          targetPort: 'restricted-rpc',
        },
      ],
    },
  };
}
