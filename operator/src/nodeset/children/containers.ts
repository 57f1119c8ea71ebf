import { PORTS } from '@monero-portal/monero-api';
import {
  reportFile,
  REPORTS_DIR,
  REPORTS_VOLUME,
} from '../../anonymity/reports';
import { isAnonymous } from '../anonymity';
import { Images } from '../images';
import { CONFIG_DIR, DATA_DIR, monerodArgs } from '../monerodArgs';
import { DATA_VOLUME } from '../names';
import { isClosedNet } from '../peers';
import { NodeSet } from '../spec';

/** Name of the volume with the peers' files. */
export const CONFIG_VOLUME = 'config';

/** As the restricted Pod Security Standard wants it. */
export const RESTRICTED = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** A daemon with a large chain opens its ports after many minutes. */
const STARTUP_LIMIT_SECONDS = 3600;

/**
 * Wallets are sent to a pod for a moment after it was told to end: so long its
 * monerod goes on answering.
 */
function drainSeconds({ spec }: NodeSet): number {
  return spec.network === 'regtest' ? 4 : 10;
}

/** The daemon. */
export function monerodContainer(nodeSet: NodeSet, image: string) {
  const { spec } = nodeSet;
  const { requests, limits } = spec.monerod.resources;
  // The full RPC listens on loopback, where the kubelet does not reach it.
  const answers = { tcpSocket: { port: 'restricted-rpc' } };
  const startupPeriod = spec.network === 'regtest' ? 2 : 10;
  return {
    name: 'monerod',
    image,
    // Images have entry points of their own, which add options.
    command: ['monerod'],
    args: monerodArgs(spec),
    // The last words of a monerod that fails are in the pod's status.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    env: [
      {
        name: 'POD_NAME',
        valueFrom: {
          fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' },
        },
      },
    ],
    ports: [
      {
        name: 'p2p',
        containerPort: PORTS.byNetwork[spec.network].p2p,
        protocol: 'TCP',
      },
      {
        name: 'restricted-rpc',
        containerPort: PORTS.restrictedRpc,
        protocol: 'TCP',
      },
    ],
    resources: { requests: { ...requests }, limits: { ...limits } },
    startupProbe: {
      ...answers,
      periodSeconds: startupPeriod,
      failureThreshold: STARTUP_LIMIT_SECONDS / startupPeriod,
    },
    livenessProbe: {
      ...answers,
      periodSeconds: 30,
      timeoutSeconds: 10,
      failureThreshold: 10,
    },
    // Until every machine knows that the pod serves no more, it does serve.
    lifecycle: { preStop: { sleep: { seconds: drainSeconds(nodeSet) } } },
    securityContext: RESTRICTED,
    volumeMounts: [
      { name: DATA_VOLUME, mountPath: DATA_DIR },
      { name: CONFIG_VOLUME, mountPath: CONFIG_DIR, readOnly: true },
    ],
  };
}

/**
 * The exporter. Its readiness is the pod's: ready means that the node is in
 * sync.
 */
export function exporterContainer(nodeSet: NodeSet, { exporter }: Images) {
  const { spec } = nodeSet;
  const { rpc } = PORTS.byNetwork[spec.network];
  return {
    name: 'exporter',
    image: exporter,
    args: [
      'exporter',
      `--daemon-url=http://127.0.0.1:${rpc}`,
      `--listen=0.0.0.0:${PORTS.exporter}`,
      '--timeout-ms=5000',
      // Peers of a closed net may all have come with nothing to tell.
      ...(isClosedNet(nodeSet) ? ['--rejoin'] : []),
      ...reportArgs(nodeSet),
    ],
    ports: [
      { name: 'metrics', containerPort: PORTS.exporter, protocol: 'TCP' },
    ],
    resources: {
      requests: { cpu: '10m', memory: '64Mi' },
      limits: { memory: '192Mi' },
    },
    readinessProbe: {
      httpGet: { path: '/readyz', port: 'metrics', scheme: 'HTTP' },
      periodSeconds: spec.network === 'regtest' ? 2 : 10,
      timeoutSeconds: 6,
      failureThreshold: 3,
    },
    livenessProbe: {
      httpGet: { path: '/livez', port: 'metrics', scheme: 'HTTP' },
      periodSeconds: 30,
      timeoutSeconds: 5,
      failureThreshold: 5,
    },
    securityContext: RESTRICTED,
    // It reads what tor and i2pd say of themselves, and may tell them nothing.
    ...(isAnonymous(spec)
      ? {
          volumeMounts: [
            { name: REPORTS_VOLUME, mountPath: REPORTS_DIR, readOnly: true },
          ],
        }
      : {}),
  };
}

/** Where the exporter reads how tor and i2pd are, and what the onion address leads to. */
function reportArgs({ spec: { tor, i2p } }: NodeSet): string[] {
  return [
    ...(tor.enabled
      ? [
          `--tor-report=${reportFile('tor')}`,
          `--onion-services=${tor.rpc ? 'p2p,rpc' : 'p2p'}`,
        ]
      : []),
    ...(i2p.enabled ? [`--i2pd-report=${reportFile('i2pd')}`] : []),
  ];
}
