import type { Manifest } from '../cluster/apiClient';

const GROUP = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];

/** A rule of a role. */
export interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

function clusterRole(name: string, rules: Rule[]): Manifest {
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  };
}

const user = (name: string) => ({ apiGroup: GROUP, kind: 'User', name });
const roleRef = (kind: string, name: string) => ({
  apiGroup: GROUP,
  kind,
  name,
});

function clusterRoleBinding(
  name: string,
  role: string,
  userName: string,
): Manifest {
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: roleRef('ClusterRole', role),
    subjects: [user(userName)],
  };
}

/** What our own pages read; the README of monero-backend has the same. */
export const PORTAL_RULES: Rule[] = [
  {
    apiGroups: ['utxo.com.br'],
    resources: ['moneronodesets', 'moneronetworks', 'monerominingnodesets'],
    verbs: READ,
  },
  { apiGroups: [''], resources: ['pods', 'nodes'], verbs: READ },
  { apiGroups: [''], resources: ['pods/proxy'], verbs: ['get'] },
  {
    apiGroups: ['autoscaling'],
    resources: ['horizontalpodautoscalers'],
    verbs: READ,
  },
];

/** What Backstage's own Kubernetes tab reads beside; its guide has the same. */
export const KUBERNETES_TAB_RULES: Rule[] = [
  {
    apiGroups: [''],
    resources: [
      'services',
      'configmaps',
      'limitranges',
      'resourcequotas',
      'events',
    ],
    verbs: ['list'],
  },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
    verbs: ['list'],
  },
  { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: ['list'] },
  {
    apiGroups: ['networking.k8s.io'],
    resources: ['ingresses'],
    verbs: ['list'],
  },
  { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['list'] },
];

const COREDNS_RULES: Rule[] = [
  {
    apiGroups: [''],
    resources: ['endpoints', 'services', 'pods', 'namespaces'],
    verbs: ['list', 'watch'],
  },
  {
    apiGroups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    verbs: ['list', 'watch'],
  },
];

const METRICS_SERVER_RULES: Rule[] = [
  { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
  { apiGroups: [''], resources: ['pods', 'nodes'], verbs: READ },
];

const METRICS_READER: Manifest = {
  ...clusterRole('system:aggregated-metrics-reader', [
    {
      apiGroups: ['metrics.k8s.io'],
      resources: ['pods', 'nodes'],
      verbs: READ,
    },
  ]),
  metadata: {
    name: 'system:aggregated-metrics-reader',
    labels: {
      'rbac.authorization.k8s.io/aggregate-to-admin': 'true',
      'rbac.authorization.k8s.io/aggregate-to-edit': 'true',
      'rbac.authorization.k8s.io/aggregate-to-view': 'true',
    },
  },
};

const METRICS_AUTH_READER: Manifest = {
  apiVersion: `${GROUP}/v1`,
  kind: 'RoleBinding',
  metadata: {
    name: 'metrics-server-auth-reader',
    namespace: 'kube-system',
  },
  roleRef: roleRef('Role', 'extension-apiserver-authentication-reader'),
  subjects: [user('system:metrics-server')],
};

/** What the portal's user and the cluster's own programs are allowed to do. */
export const RBAC: readonly Manifest[] = [
  clusterRole('monero-portal', PORTAL_RULES),
  clusterRoleBinding('monero-portal', 'monero-portal', 'monero-portal'),
  clusterRole('monero-portal-kubernetes-tab', KUBERNETES_TAB_RULES),
  clusterRoleBinding(
    'monero-portal-kubernetes-tab',
    'monero-portal-kubernetes-tab',
    'monero-portal',
  ),
  clusterRole('system:coredns', COREDNS_RULES),
  clusterRoleBinding('system:coredns', 'system:coredns', 'system:coredns'),
  clusterRole('system:metrics-server', METRICS_SERVER_RULES),
  clusterRoleBinding(
    'system:metrics-server',
    'system:metrics-server',
    'system:metrics-server',
  ),
  clusterRoleBinding(
    'metrics-server:system:auth-delegator',
    'system:auth-delegator',
    'system:metrics-server',
  ),
  METRICS_READER,
  METRICS_AUTH_READER,
];
