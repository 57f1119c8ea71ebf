import { ResourceRef } from '@monero-portal/kube-client';

/** Of the Prometheus operator; a cluster may not have it. */
export const POD_MONITOR_RESOURCE = {
  group: 'monitoring.coreos.com',
  version: 'v1',
  plural: 'podmonitors',
} as const satisfies ResourceRef;

/** An address changes with the pod; alerts that look back want the same one. */
const STABLE_INSTANCE = {
  action: 'replace',
  sourceLabels: ['__meta_kubernetes_pod_name'],
  targetLabel: 'instance',
};

/**
 * The parts of a PodMonitor by which Prometheus scrapes the exporter of every
 * pod with these labels, ready or not: one that is not is the one to look at.
 */
export function podMonitorParts(matchLabels: Readonly<Record<string, string>>) {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    spec: {
      selector: { matchLabels },
      podMetricsEndpoints: [
        { port: 'metrics', path: '/metrics', relabelings: [STABLE_INSTANCE] },
      ],
    },
  };
}
