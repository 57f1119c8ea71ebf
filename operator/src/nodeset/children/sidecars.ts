import { PORTS } from '@monero-portal/monero-api';
import { ENTRIES } from '../../anonymity/identities';
import { ANONYMITY_PORTS } from '../../anonymity/ports';
import {
  aliveAndRelaying,
  TOR_SCRIPTS,
  torOptions,
} from '../../anonymity/torContainer';
import { i2pdOptions, I2PD_SCRIPTS } from '../../anonymity/i2pdContainer';
import { REPORTS_DIR, REPORTS_VOLUME } from '../../anonymity/reports';
import {
  HUNG_LIMIT_SECONDS,
  IDENTITY_DIR,
  KEY_DIR,
  PRIVATE_I2P_DIR,
  PRIVATE_TOR_DIR,
  PrivateNetworks,
  shell,
  STATE_DIR,
} from '../../anonymity/containerParts';
import { Images } from '../images';
import { DATA_VOLUME, secretName } from '../names';
import { mustRelay } from '../peers';
import { NodeSet } from '../spec';
import { RESTRICTED } from './containers';
import { TOR_RELAY_PORTS } from './networkPolicy';

/** User of tor and i2pd; the group is that of all containers. */
export const SIDECAR_USER = 65533;

/** A sidecar that cannot reach its network keeps monerod waiting for so long. */
const START_LIMIT_SECONDS = 120;

interface Network {
  readonly name: 'tor' | 'i2p';
  readonly container: 'tor' | 'i2pd';
  readonly image: string;
  readonly entry: string;
  readonly scripts: { start: string; started: string; alive: string };
  readonly options: readonly string[];
  readonly privateDir: string;
  /** ConfigMap of a private test network. */
  readonly configMap?: string;
}

/**
 * tor and i2pd, as far as they are on: native sidecars, which start before
 * monerod and end after it. Each sees the key of its own pod only, by the
 * pod's name, so that another pod changes no template.
 */
export function sidecars(
  nodeSet: NodeSet,
  images: Images,
  networks: PrivateNetworks,
) {
  return networksOf(nodeSet, images, networks).map(network =>
    sidecar(nodeSet, network),
  );
}

/** Volumes that the sidecars mount beside the data's. */
export function sidecarVolumes(
  nodeSet: NodeSet,
  images: Images,
  networks: PrivateNetworks,
) {
  const on = networksOf(nodeSet, images, networks);
  return [
    ...on.flatMap(({ name, configMap }) => [
      {
        name: `${name}-keys`,
        secret: {
          secretName:
            nodeSet.spec[name].secretRef ?? secretName(nodeSet.name, name),
          defaultMode: 0o400,
        },
      },
      {
        name: `${name}-identity`,
        // Keys and what is made of them touch no disk.
        emptyDir: { medium: 'Memory', sizeLimit: '1Mi' },
      },
      ...(configMap
        ? [
            {
              name: `${name}-private`,
              configMap: { name: configMap, optional: true },
            },
          ]
        : []),
    ]),
    ...(on.length > 0
      ? [
          {
            name: REPORTS_VOLUME,
            emptyDir: { medium: 'Memory', sizeLimit: '1Mi' },
          },
        ]
      : []),
  ];
}

function networksOf(
  { spec }: NodeSet,
  images: Images,
  networks: PrivateNetworks,
): Network[] {
  return [
    ...(spec.tor.enabled
      ? [
          {
            name: 'tor' as const,
            container: 'tor' as const,
            image: images.tor,
            entry: ENTRIES.torSecret,
            scripts: mustRelay(spec)
              ? { ...TOR_SCRIPTS, alive: aliveAndRelaying(PORTS.exporter) }
              : TOR_SCRIPTS,
            options: torOptions(
              servicesOf(spec.tor.rpc),
              spec.tor.proxyClearnet ? TOR_RELAY_PORTS : [],
            ),
            privateDir: PRIVATE_TOR_DIR,
            configMap: networks.tor,
          },
        ]
      : []),
    ...(spec.i2p.enabled
      ? [
          {
            name: 'i2p' as const,
            container: 'i2pd' as const,
            image: images.i2pd,
            entry: ENTRIES.i2pKeys,
            scripts: I2PD_SCRIPTS,
            options: i2pdOptions(spec.tor.enabled && spec.tor.proxyClearnet),
            privateDir: PRIVATE_I2P_DIR,
            configMap: networks.i2p,
          },
        ]
      : []),
  ];
}

/** What the onion address of a pod leads to, by the port that others see. */
function servicesOf(rpc: boolean): [number, string][] {
  const { onionP2p, onionInbound } = ANONYMITY_PORTS;
  return [
    [onionP2p, `127.0.0.1:${onionInbound}`],
    ...(rpc
      ? [
          [PORTS.restrictedRpc, `127.0.0.1:${PORTS.restrictedRpc}`] as [
            number,
            string,
          ],
        ]
      : []),
  ];
}

function sidecar(nodeSet: NodeSet, network: Network) {
  const { spec } = nodeSet;
  const { name, container, image, entry, scripts, options } = network;
  return {
    name: container,
    image,
    restartPolicy: 'Always',
    command: shell(scripts.start, container),
    args: [...options],
    terminationMessagePolicy: 'FallbackToLogsOnError',
    env: [
      {
        name: 'POD_NAME',
        valueFrom: {
          fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' },
        },
      },
      {
        name: 'POD_IP',
        valueFrom: {
          fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' },
        },
      },
    ],
    resources: {
      requests: { cpu: '10m', memory: '64Mi' },
      limits: { memory: '256Mi' },
    },
    startupProbe: {
      exec: { command: shell(scripts.started, container) },
      periodSeconds: 1,
      timeoutSeconds: 5,
      failureThreshold: START_LIMIT_SECONDS,
    },
    livenessProbe: {
      exec: { command: shell(scripts.alive, container) },
      periodSeconds: spec.network === 'regtest' ? 10 : 30,
      timeoutSeconds: 5,
      failureThreshold: 5,
      terminationGracePeriodSeconds: HUNG_LIMIT_SECONDS,
    },
    ...(mustRelay(spec) ? { readinessProbe: relaying(nodeSet) } : {}),
    // Not monerod's user: it cannot read what tor and i2pd keep.
    securityContext: { ...RESTRICTED, runAsUser: SIDECAR_USER },
    volumeMounts: [
      {
        name: `${name}-keys`,
        mountPath: `${KEY_DIR}/${entry}`,
        subPathExpr: `$(POD_NAME).${entry}`,
        readOnly: true,
      },
      { name: `${name}-identity`, mountPath: IDENTITY_DIR },
      { name: REPORTS_VOLUME, mountPath: REPORTS_DIR },
      // Guards and known routers outlive the pod: a new pod is quicker, and
      // guards that change often would give the node away.
      { name: DATA_VOLUME, mountPath: STATE_DIR, subPath: container },
      ...(network.configMap
        ? [
            {
              name: `${name}-private`,
              mountPath: network.privateDir,
              readOnly: true,
            },
          ]
        : []),
    ],
  };
}

/**
 * The exporter knows whether monerod has somebody to hand transactions to.
 * This container is ready when it has, and the pod serves wallets only then:
 * monerod would take their transactions and keep them. The exporter's own
 * readiness stays what it is: in sync.
 */
function relaying({ spec }: NodeSet) {
  return {
    httpGet: { path: '/relayz', port: PORTS.exporter, scheme: 'HTTP' },
    periodSeconds: spec.network === 'regtest' ? 2 : 10,
    timeoutSeconds: 6,
    failureThreshold: 3,
  };
}
