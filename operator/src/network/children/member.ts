import { KubeObject } from '@monero-portal/kube-client';
import { LABELS, MoneroNodeSetSpec, NODE_SET } from '@monero-portal/monero-api';
import { networkLabels } from '../labels';
import { memberName } from '../names';
import { memberPeers } from '../peers';
import { Network } from '../spec';
import { ownedBy } from './ownership';

/**
 * One member: a node set of one node that knows the members below it. The
 * label on its pods makes them one group with those of the other members.
 */
export function member(network: Network, ordinal: number): KubeObject {
  const { labels, annotations, spec: template } = network.template;
  const spec: MoneroNodeSetSpec = {
    ...template,
    replicas: 1,
    network: 'regtest',
    peers: memberPeers(network, ordinal),
    podTemplate: {
      ...template.podTemplate,
      labels: {
        ...template.podTemplate?.labels,
        [LABELS.network]: network.name,
      },
    },
  };
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: {
      name: memberName(network.name, ordinal),
      ...ownedBy(network),
      labels: { ...labels, ...networkLabels(network.name) },
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    spec,
  };
}
