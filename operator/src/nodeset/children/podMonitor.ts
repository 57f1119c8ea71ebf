import { KubeObject } from '@monero-portal/kube-client';
import { selectorLabels } from '../labels';
import { sharedName } from '../names';
import { NodeSet } from '../spec';
import { child } from './child';

/** An address changes with the pod; alerts that look back want the same node. */
const STABLE_INSTANCE = {
  action: 'replace',
  sourceLabels: ['__meta_kubernetes_pod_name'],
  targetLabel: 'instance',
};

/**
 * One PodMonitor, where the cluster knows that resource (of the Prometheus
 * operator): Prometheus scrapes every pod's exporter, ready or not, for a node
 * that is out of sync is the one to look at.
 */
export function podMonitor(nodeSet: NodeSet): KubeObject {
  return child(nodeSet, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    name: sharedName(nodeSet.name),
    spec: {
      selector: { matchLabels: selectorLabels(nodeSet.name) },
      podMetricsEndpoints: [
        { port: 'metrics', path: '/metrics', relabelings: [STABLE_INSTANCE] },
      ],
    },
  });
}
