import { stringify } from 'yaml';
import { INSIDE } from '../cluster/layout';
import { renderAuditPolicy } from './auditPolicy';
import { NETWORK, nodeNames } from './network';
import {
  renderCni,
  renderContainerd,
  renderKubelet,
  type NodeConfig,
} from './nodeFiles';

/** KubeProxyConfiguration: one proxy serves all nodes, as they share a network. */
export function renderKubeProxy(nodes: readonly string[]): string {
  return stringify({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    // nftables mode would masquerade hairpin traffic of its own node only.
    mode: 'iptables',
    clientConnection: { kubeconfig: `${INSIDE}/kubeconfig/kube-proxy.yaml` },
    hostnameOverride: nodes[0],
    clusterCIDR: NETWORK.podCidr,
    detectLocalMode: 'ClusterCIDR',
    oomScoreAdj: 0,
    nodePortAddresses: [NETWORK.nodeCidr],
    healthzBindAddress: '127.0.0.1:10256',
    metricsBindAddress: '127.0.0.1:10249',
    iptables: { minSyncPeriod: '0s' },
    // These would be settings of the machine.
    conntrack: {
      maxPerCore: 0,
      min: 0,
      tcpEstablishedTimeout: '0s',
      tcpCloseWaitTimeout: '0s',
      udpTimeout: '0s',
      udpStreamTimeout: '0s',
    },
  });
}

/** CoreDNS' configuration. There is no way out: names outside do not resolve. */
export function renderCorefile(clusterName: string): string {
  return `.:53 {
    bind ${NETWORK.hostAddress}
    errors
    health ${NETWORK.hostAddress}:8080
    ready ${NETWORK.hostAddress}:8181
    kubernetes ${NETWORK.clusterDomain} in-addr.arpa ip6.arpa {
        kubeconfig ${INSIDE}/kubeconfig/coredns.yaml ${clusterName}
        ttl 5
    }
}
`;
}

/** Every configuration file, by path below the `config` folder. */
export function renderConfigFiles(
  clusterName: string,
  nodes: number,
): Record<string, string> {
  const names = nodeNames(nodes);
  const files: Record<string, string> = {
    'audit-policy.yaml': renderAuditPolicy(),
    'kube-proxy.yaml': renderKubeProxy(names),
    Corefile: renderCorefile(clusterName),
    'resolv.conf': `nameserver ${NETWORK.hostAddress}\n`,
  };
  names.forEach((name, index) => {
    const node: NodeConfig = { name, index };
    files[`${name}/containerd.toml`] = renderContainerd(node);
    files[`${name}/cni/10-pods.conflist`] = renderCni(node);
    files[`${name}/kubelet.yaml`] = renderKubelet(node);
  });
  return files;
}
