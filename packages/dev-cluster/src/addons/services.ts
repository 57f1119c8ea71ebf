import { NETWORK } from '../config/network';
import type { Manifest } from '../cluster/apiClient';

interface Port {
  name: string;
  protocol: 'TCP' | 'UDP';
  port: number;
  targetPort?: number;
}

/** A Service without selector, and the slice that leads it to the host address. */
function hostService(
  name: string,
  clusterIP: string,
  ports: Port[],
): Manifest[] {
  const labels = { 'kubernetes.io/service-name': name };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'kube-system' },
      spec: { clusterIP, ports },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name, namespace: 'kube-system', labels },
      addressType: 'IPv4',
      endpoints: [
        { addresses: [NETWORK.hostAddress], conditions: { ready: true } },
      ],
      ports: ports.map(({ targetPort, port, ...rest }) => ({
        ...rest,
        port: targetPort ?? port,
      })),
    },
  ];
}

/** DNS and metrics run beside the nodes, not in pods: their Services point there. */
export const SERVICES: readonly Manifest[] = [
  ...hostService('kube-dns', NETWORK.dnsServiceIp, [
    { name: 'dns', protocol: 'UDP', port: 53 },
    { name: 'dns-tcp', protocol: 'TCP', port: 53 },
  ]),
  ...hostService('metrics-server', NETWORK.metricsServiceIp, [
    {
      name: 'https',
      protocol: 'TCP',
      port: 443,
      targetPort: NETWORK.metricsServerPort,
    },
  ]),
  {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: 'v1beta1.metrics.k8s.io' },
    spec: {
      group: 'metrics.k8s.io',
      version: 'v1beta1',
      groupPriorityMinimum: 100,
      versionPriority: 100,
      // Its certificate is self-signed, and the way to it never leaves the namespace.
      insecureSkipTLSVerify: true,
      service: { name: 'metrics-server', namespace: 'kube-system' },
    },
  },
];
