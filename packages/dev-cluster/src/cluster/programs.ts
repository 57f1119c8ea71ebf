import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import * as commands from '../config/commands';
import { NETWORK, nodeAddress } from '../config/network';
import { nodePaths, type NodeConfig } from '../config/nodeFiles';
import { programEnv } from '../host/env';
import type { ApiClient } from './apiClient';
import { sendHttp } from './http';
import type { Program } from './supervisor';

/** Starting next to other work on two slow cores can take this long. */
const READY_TIMEOUT_MS = 90_000;

/** What the readiness checks reach the programs with. */
export interface ProbeTools {
  binDir: string;
  dial(host: string, port: number): Duplex;
  /** The machine's path of a file that programs see at this path. */
  outsidePath(path: string): string;
  api: ApiClient;
}

interface HealthEndpoint {
  host: string;
  port: number;
  path: string;
  tls?: boolean;
}

/** Asks a health endpoint inside the namespaces. */
function http(tools: ProbeTools, endpoint: HealthEndpoint) {
  return async (signal: AbortSignal) => {
    const { status } = await sendHttp({
      path: endpoint.path,
      dial: () => tools.dial(endpoint.host, endpoint.port),
      tls: endpoint.tls ? {} : undefined,
      signal,
    });
    return status === 200;
  };
}

/** Tries to connect to a Unix socket inside the namespaces. */
function socket(tools: ProbeTools, path: string) {
  return (signal: AbortSignal) =>
    new Promise<boolean>(resolve => {
      const attempt = connect({ path: tools.outsidePath(path), signal });
      const answer = (ready: boolean) => {
        attempt.destroy();
        resolve(ready);
      };
      attempt.once('connect', () => answer(true));
      attempt.once('error', () => answer(false));
    });
}

function program(
  name: string,
  argv: string[],
  isReady: Program['isReady'],
): Program {
  return { name, argv, isReady, readyTimeoutMs: READY_TIMEOUT_MS };
}

/** The programs that there is one of. */
export function clusterPrograms(tools: ProbeTools) {
  const { binDir, api } = tools;
  const local = (port: number, path: string, tls?: boolean) =>
    http(tools, { host: '127.0.0.1', port, path, tls });
  const dnsAddress = { host: NETWORK.hostAddress, port: 8181 };
  return {
    apiRelay: program(
      'api-relay',
      commands.apiRelayCommand(),
      socket(tools, commands.API_SOCKET),
    ),
    etcd: program('etcd', commands.etcdCommand(binDir), local(2379, '/health')),
    apiServer: program(
      'kube-apiserver',
      commands.apiServerCommand(binDir),
      async signal => (await api.get('/readyz', signal)) === 'ok',
    ),
    controllerManager: program(
      'kube-controller-manager',
      commands.controllerManagerCommand(binDir),
      local(10257, '/healthz', true),
    ),
    scheduler: program(
      'kube-scheduler',
      commands.schedulerCommand(binDir),
      local(10259, '/readyz', true),
    ),
    kubeProxy: program(
      'kube-proxy',
      commands.kubeProxyCommand(binDir),
      local(10256, '/livez'),
    ),
    coredns: program(
      'coredns',
      commands.corednsCommand(binDir),
      http(tools, { ...dnsAddress, path: '/ready' }),
    ),
    metricsServer: program(
      'metrics-server',
      commands.metricsServerCommand(binDir),
      local(NETWORK.metricsServerPort, '/livez', true),
    ),
  };
}

/** The programs of each node. */
export function nodePrograms(tools: ProbeTools, node: NodeConfig) {
  const { binDir } = tools;
  const health = { host: nodeAddress(node.index), port: 10248 };
  return {
    containerd: {
      ...program(
        `containerd-${node.name}`,
        commands.containerdCommand(binDir, node),
        socket(tools, nodePaths(node.name).containerdSocket),
      ),
      // It looks for its shim and for runc there.
      env: { PATH: `${binDir}:${programEnv().PATH}` },
    },
    kubelet: program(
      `kubelet-${node.name}`,
      commands.kubeletCommand(binDir, node),
      http(tools, { ...health, path: '/healthz' }),
    ),
  };
}
