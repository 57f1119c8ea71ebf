/** What the fields that name an object say; what they may be is checked where they are used. */
export const FIELDS = {
  kind: 'MoneroNodeSet (nodes of one chain), MoneroNetwork (a closed network of nodes) or MoneroMiningNodeSet (miners)',
  cluster: 'Cluster, as monero.list-node-sets names it',
  namespace: 'Kubernetes namespace',
  name: 'Name of the object',
} as const;
