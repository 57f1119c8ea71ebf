import { stringify } from 'yaml';

/**
 * Name of the audit log among the logs of a cluster: one event of
 * audit.k8s.io/v1 a line. Old parts have a time in their names.
 */
export const AUDIT_LOG = 'audit.log';

/**
 * Audit policy of the API server: what service accounts of workloads ask for,
 * without bodies. Least privilege is proved from it. The accounts of Kubernetes
 * itself (kube-system) would fill the disk.
 */
export function renderAuditPolicy(): string {
  return stringify({
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [
      { level: 'None', userGroups: ['system:serviceaccounts:kube-system'] },
      { level: 'Metadata', userGroups: ['system:serviceaccounts'] },
      { level: 'None' },
    ],
  });
}
