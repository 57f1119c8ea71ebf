import { INSIDE } from '../cluster/layout';
import { AUDIT_LOG } from './auditPolicy';
import { NETWORK, nodeAddress } from './network';
import { nodePaths, type NodeConfig } from './nodeFiles';

const PKI = `${INSIDE}/pki`;
const kubeconfig = (user: string) => `${INSIDE}/kubeconfig/${user}.yaml`;

/** Flags from name to value; a key pair and its kind keep their own lines. */
function flags(values: Record<string, string | number | boolean>): string[] {
  return Object.entries(values).map(([name, value]) => `--${name}=${value}`);
}

/** A kubeconfig for each of the three purposes that components tell apart. */
function threeKubeconfigs(user: string) {
  return {
    kubeconfig: kubeconfig(user),
    'authentication-kubeconfig': kubeconfig(user),
    'authorization-kubeconfig': kubeconfig(user),
  };
}

export function etcdCommand(binDir: string): string[] {
  const client = 'http://127.0.0.1:2379';
  const peer = 'http://127.0.0.1:2380';
  return [
    `${binDir}/etcd`,
    ...flags({
      name: 'dev',
      'data-dir': `${INSIDE}/etcd`,
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `dev=${peer}`,
      // Survives the end of the program, not a power cut: it is for development.
      'unsafe-no-fsync': true,
      'log-level': 'warn',
    }),
  ];
}

export function apiServerCommand(binDir: string): string[] {
  return [
    `${binDir}/kube-apiserver`,
    ...flags({
      'etcd-servers': 'http://127.0.0.1:2379',
      'bind-address': '0.0.0.0',
      'secure-port': NETWORK.apiServerPort,
      'advertise-address': NETWORK.hostAddress,
      'service-cluster-ip-range': NETWORK.serviceCidr,
      'authorization-mode': 'Node,RBAC',
      'enable-admission-plugins': 'NodeRestriction',
      'allow-privileged': true,
      'client-ca-file': `${PKI}/ca.crt`,
      'tls-cert-file': `${PKI}/apiserver.crt`,
      'tls-private-key-file': `${PKI}/apiserver.key`,
      'token-auth-file': `${PKI}/tokens.csv`,
      'service-account-issuer': `https://kubernetes.default.svc.${NETWORK.clusterDomain}`,
      'service-account-key-file': `${PKI}/service-account.pub`,
      'service-account-signing-key-file': `${PKI}/service-account.key`,
      'kubelet-certificate-authority': `${PKI}/ca.crt`,
      'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
      'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
      'kubelet-preferred-address-types': 'InternalIP,Hostname',
      'requestheader-client-ca-file': `${PKI}/front-proxy-ca.crt`,
      'requestheader-allowed-names': 'front-proxy-client',
      'requestheader-username-headers': 'X-Remote-User',
      'requestheader-group-headers': 'X-Remote-Group',
      'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
      'proxy-client-cert-file': `${PKI}/front-proxy-client.crt`,
      'proxy-client-key-file': `${PKI}/front-proxy-client.key`,
      // Extension API servers are reached by address: no service routing here.
      'enable-aggregator-routing': true,
      'audit-policy-file': `${INSIDE}/config/audit-policy.yaml`,
      'audit-log-path': `${INSIDE}/logs/${AUDIT_LOG}`,
      'audit-log-maxsize': 100, // MB
      'audit-log-maxbackup': 2,
    }),
  ];
}

export function controllerManagerCommand(binDir: string): string[] {
  return [
    `${binDir}/kube-controller-manager`,
    ...flags({
      ...threeKubeconfigs('controller-manager'),
      'bind-address': '127.0.0.1',
      'leader-elect': false,
      'use-service-account-credentials': true,
      'service-account-private-key-file': `${PKI}/service-account.key`,
      'root-ca-file': `${PKI}/ca.crt`,
      'cluster-signing-cert-file': `${PKI}/ca.crt`,
      'cluster-signing-key-file': `${PKI}/ca.key`,
      'allocate-node-cidrs': false,
      'flex-volume-plugin-dir': '/run/kubelet/volume-plugins',
      // Its default of 20 requests a second is meant for servers far away.
      'kube-api-qps': 500,
      'kube-api-burst': 1000,
    }),
  ];
}

export function schedulerCommand(binDir: string): string[] {
  return [
    `${binDir}/kube-scheduler`,
    ...flags({
      ...threeKubeconfigs('scheduler'),
      'bind-address': '127.0.0.1',
      'leader-elect': false,
    }),
  ];
}

export function kubeProxyCommand(binDir: string): string[] {
  return [
    `${binDir}/kube-proxy`,
    ...flags({ config: `${INSIDE}/config/kube-proxy.yaml` }),
  ];
}

export function corednsCommand(binDir: string): string[] {
  return [`${binDir}/coredns`, '-conf', `${INSIDE}/config/Corefile`];
}

export function metricsServerCommand(binDir: string): string[] {
  return [
    `${binDir}/metrics-server`,
    ...flags({
      ...threeKubeconfigs('metrics-server'),
      'kubelet-certificate-authority': `${PKI}/ca.crt`,
      'kubelet-preferred-address-types': 'InternalIP',
      'metric-resolution': '15s',
      'kubelet-request-timeout': '5s',
      'secure-port': NETWORK.metricsServerPort,
      'cert-dir': `${INSIDE}/metrics-server`,
    }),
  ];
}

export function containerdCommand(binDir: string, node: NodeConfig): string[] {
  return [
    `${binDir}/containerd`,
    ...flags({
      config: `${nodePaths(node.name).config}/containerd.toml`,
      'log-level': 'warn',
    }),
  ];
}

export function kubeletCommand(binDir: string, node: NodeConfig): string[] {
  return [
    `${binDir}/kubelet`,
    ...flags({
      config: `${nodePaths(node.name).config}/kubelet.yaml`,
      kubeconfig: kubeconfig(node.name),
      'root-dir': nodePaths(node.name).kubelet,
      'hostname-override': node.name,
      'node-ip': nodeAddress(node.index),
    }),
  ];
}

/** Where the relay's inner end listens. */
export const API_SOCKET = '/run/api.sock';

/** The inner end of the relay from the machine to the API server. */
export function apiRelayCommand(): string[] {
  return [
    'socat',
    `UNIX-LISTEN:${API_SOCKET},fork,unlink-early,backlog=128`,
    `TCP:127.0.0.1:${NETWORK.apiServerPort}`,
  ];
}
