import { NETWORK, nodeAddress, nodeNames } from '../config/network';
import type { CertificateRequest } from './certificates';

const DAYS = 365;

/** Names of the holders that have a kubeconfig file of their own. */
export const CLIENTS = [
  'admin',
  'controller-manager',
  'scheduler',
  'kube-proxy',
  'coredns',
  'metrics-server',
] as const;

/** User names that Kubernetes' own RBAC bindings expect. */
const USERS: Record<
  (typeof CLIENTS)[number],
  { user: string; group?: string }
> = {
  admin: { user: 'kubernetes-admin', group: 'system:masters' },
  'controller-manager': { user: 'system:kube-controller-manager' },
  scheduler: { user: 'system:kube-scheduler' },
  'kube-proxy': { user: 'system:kube-proxy' },
  coredns: { user: 'system:coredns' },
  'metrics-server': { user: 'system:metrics-server' },
};

/** File name (without ending) and content of each certificate that the cluster CA signs. */
export function clusterIdentities(
  nodes: number,
): Record<string, CertificateRequest> {
  const identities: Record<string, CertificateRequest> = {
    apiserver: {
      commonName: 'kube-apiserver',
      dnsNames: [
        'localhost',
        'kubernetes',
        'kubernetes.default',
        'kubernetes.default.svc',
        'kubernetes.default.svc.cluster.local',
      ],
      ipAddresses: [
        '127.0.0.1',
        NETWORK.kubernetesServiceIp,
        NETWORK.hostAddress,
      ],
      days: DAYS,
    },
    'apiserver-kubelet-client': {
      commonName: 'kube-apiserver-kubelet-client',
      organization: 'system:masters',
      days: DAYS,
    },
  };
  for (const client of CLIENTS) {
    const { user, group } = USERS[client];
    identities[client] = { commonName: user, organization: group, days: DAYS };
  }
  nodeNames(nodes).forEach((name, index) => {
    identities[name] = {
      commonName: `system:node:${name}`,
      organization: 'system:nodes',
      dnsNames: [name],
      ipAddresses: [nodeAddress(index)],
      days: DAYS,
    };
  });
  return identities;
}
