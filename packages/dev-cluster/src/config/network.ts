/**
 * Addresses inside the cluster's network namespace. They are the same for each
 * cluster: nothing outside of the namespace can reach or see them.
 */
export const NETWORK = {
  /** The API server and CoreDNS; on a bridge, as they refuse loopback addresses. */
  hostAddress: '10.244.0.1',
  podCidr: '10.244.0.0/16',
  serviceCidr: '10.96.0.0/16',
  kubernetesServiceIp: '10.96.0.1',
  dnsServiceIp: '10.96.0.10',
  metricsServiceIp: '10.96.0.11',
  nodeCidr: '10.245.0.0/24',
  apiServerPort: 6443,
  metricsServerPort: 4443,
  clusterDomain: 'cluster.local',
} as const;

/** The most nodes that the addresses and a developer's machine have room for. */
export const MAX_NODES = 9;

/** `node-0`, `node-1`, ... */
export function nodeNames(nodes: number): string[] {
  return Array.from({ length: nodes }, (_, index) => `node-${index}`);
}

/** InternalIP of the node with this index. */
export function nodeAddress(index: number): string {
  return `10.245.0.${index + 1}`;
}

/** Range of pod addresses of the node with this index. */
export function nodePodCidr(index: number): string {
  return `10.244.${index + 1}.0/24`;
}
