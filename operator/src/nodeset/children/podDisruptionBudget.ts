import { KubeObject } from '@monero-portal/kube-client';
import { selectorLabels } from '../labels';
import { sharedName } from '../names';
import { NodeSet } from '../spec';
import { child } from './child';

/**
 * One budget when there is more than one node: for a single one it would only
 * keep machines from being drained. Nodes out of sync may always be evicted.
 */
export function podDisruptionBudget(nodeSet: NodeSet): KubeObject[] {
  if (nodeSet.spec.replicas <= 1) return [];
  return [
    child(nodeSet, {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      name: sharedName(nodeSet.name),
      spec: {
        maxUnavailable: nodeSet.spec.updateStrategy.maxUnavailable,
        selector: { matchLabels: selectorLabels(nodeSet.name) },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    }),
  ];
}
