import { stringify } from 'yaml';
import { INSIDE } from '../cluster/layout';
import { NETWORK, nodeAddress, nodePodCidr } from './network';

/** Name of the image whose container holds a pod's network namespace. */
export const PAUSE_IMAGE = 'docker.io/monero-portal/pause:1';

/** One node of the cluster. */
export interface NodeConfig {
  name: string;
  index: number;
}

/** Where the files of a node are, as seen inside the namespaces. */
export function nodePaths(name: string) {
  return {
    config: `${INSIDE}/config/${name}`,
    data: `${INSIDE}/nodes/${name}`,
    containerdSocket: `/run/containerd/${name}.sock`,
    containerdState: `/run/containerd/${name}`,
    podLogs: `${INSIDE}/nodes/${name}/pod-logs`,
    kubelet: `${INSIDE}/nodes/${name}/kubelet`,
  };
}

/** Plugins that are of no use here, or that write to fixed places of the machine. */
const DISABLED_PLUGINS = [
  'io.containerd.internal.v1.opt',
  'io.containerd.nri.v1.nri',
  'io.containerd.internal.v1.tracing',
  'io.containerd.tracing.processor.v1.otlp',
  'io.containerd.snapshotter.v1.blockfile',
  'io.containerd.snapshotter.v1.devmapper',
  'io.containerd.snapshotter.v1.erofs',
  'io.containerd.snapshotter.v1.zfs',
];

/** containerd's configuration (version 3, TOML). */
export function renderContainerd(node: NodeConfig): string {
  const paths = nodePaths(node.name);
  const list = (items: string[]) => JSON.stringify(items);
  return `version = 3
root = "${paths.data}/containerd"
state = "${paths.containerdState}"
disabled_plugins = ${list(DISABLED_PLUGINS)}

[grpc]
address = "${paths.containerdSocket}"

[plugins."io.containerd.cri.v1.runtime"]
# Raising the priority of a process needs a capability that may be missing.
restrict_oom_score_adj = true

[plugins."io.containerd.cri.v1.runtime".cni]
bin_dirs = ["/usr/lib/cni"]
conf_dir = "${paths.config}/cni"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"

[plugins."io.containerd.cri.v1.images"]
snapshotter = "overlayfs"

[plugins."io.containerd.cri.v1.images".pinned_images]
sandbox = "${PAUSE_IMAGE}"
`;
}

/** The pod network: a point-to-point link per pod, addresses from the node's range. */
export function renderCni(node: NodeConfig): string {
  const network = {
    cniVersion: '1.0.0',
    name: `pods-${node.name}`,
    plugins: [
      {
        type: 'ptp',
        ipMasq: false,
        ipam: {
          type: 'host-local',
          subnet: nodePodCidr(node.index),
          routes: [{ dst: '0.0.0.0/0' }],
          // Not kept: after a restart no pod has an address yet.
          dataDir: `/run/cni/${node.name}`,
        },
      },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
  return `${JSON.stringify(network, undefined, 2)}\n`;
}

/** KubeletConfiguration of a node. */
export function renderKubelet(node: NodeConfig): string {
  const paths = nodePaths(node.name);
  const address = nodeAddress(node.index);
  return stringify({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address,
    port: 10250,
    healthzBindAddress: address,
    healthzPort: 10248,
    tlsCertFile: `${INSIDE}/pki/${node.name}.crt`,
    tlsPrivateKeyFile: `${INSIDE}/pki/${node.name}.key`,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: `${INSIDE}/pki/ca.crt` },
    },
    authorization: { mode: 'Webhook' },
    containerRuntimeEndpoint: `unix://${paths.containerdSocket}`,
    clusterDNS: [NETWORK.dnsServiceIp],
    clusterDomain: NETWORK.clusterDomain,
    resolvConf: `${INSIDE}/config/resolv.conf`,
    cgroupDriver: 'cgroupfs',
    failCgroupV1: false,
    cgroupsPerQOS: false,
    enforceNodeAllocatable: [],
    failSwapOn: false,
    localStorageCapacityIsolation: false,
    makeIPTablesUtilChains: false,
    oomScoreAdj: 0,
    podLogsDir: paths.podLogs,
    volumePluginDir: '/run/kubelet/volume-plugins',
    // All nodes share the machine's disk, and images cannot be pulled again.
    evictionHard: { 'memory.available': '50Mi', 'nodefs.available': '1%' },
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    containerLogMaxSize: '10Mi',
    containerLogMaxFiles: 2,
  });
}
