import { PORTS } from '@monero-portal/monero-api';
import { MiningNodeSet } from '../spec';
import { daemonHost } from '../daemon';
import { API_PORT, xmrigArgs } from '../xmrigArgs';

/** As the restricted Pod Security Standard wants it. */
const RESTRICTED = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/**
 * The miner. No probe of its own: its API is on loopback, where the kubelet
 * does not reach it, and the exporter says whether it mines.
 */
export function xmrigContainer(set: MiningNodeSet, image: string) {
  const { requests, limits } = set.spec.xmrig.resources;
  return {
    name: 'xmrig',
    image,
    // Images have entry points of their own, which add options.
    command: ['xmrig'],
    args: xmrigArgs(set),
    env: [
      {
        // Makes `$(id)` in an argument the number of the miner, from 0.
        name: 'id',
        valueFrom: {
          fieldRef: {
            apiVersion: 'v1',
            fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']",
          },
        },
      },
    ],
    resources: { requests: { ...requests }, limits: { ...limits } },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    securityContext: RESTRICTED,
  };
}

/** Of what runs the exporter's image, measured: its README. */
const EXPORTER_RESOURCES = {
  requests: { cpu: '10m', memory: '64Mi' },
  limits: { memory: '192Mi' },
};

/** Name of the init container that a mining set with a daemon has. */
export const DAEMON_NAME_CONTAINER = 'daemon-name';

/**
 * Lets xmrig start once the name of its daemon resolves: sets and their daemons
 * are often applied together, and xmrig asks for that name only once.
 */
export function daemonNameContainer(set: MiningNodeSet, image: string) {
  const host = daemonHost(set);
  return host
    ? {
        name: DAEMON_NAME_CONTAINER,
        image,
        args: ['exporter', `--await-name=${host}`],
        resources: EXPORTER_RESOURCES,
        securityContext: RESTRICTED,
      }
    : undefined;
}

/** The exporter. Its readiness is the pod's: ready means that the miner mines. */
export function exporterContainer(image: string) {
  return {
    name: 'exporter',
    image,
    args: [
      'exporter',
      `--miner-url=http://127.0.0.1:${API_PORT}`,
      `--listen=0.0.0.0:${PORTS.exporter}`,
      '--timeout-ms=5000',
    ],
    ports: [
      { name: 'metrics', containerPort: PORTS.exporter, protocol: 'TCP' },
    ],
    resources: EXPORTER_RESOURCES,
    readinessProbe: {
      httpGet: { path: '/readyz', port: 'metrics', scheme: 'HTTP' },
      periodSeconds: 5,
      timeoutSeconds: 6,
      failureThreshold: 3,
    },
    livenessProbe: {
      httpGet: { path: '/livez', port: 'metrics', scheme: 'HTTP' },
      periodSeconds: 30,
      timeoutSeconds: 10,
      failureThreshold: 5,
    },
    securityContext: RESTRICTED,
  };
}
