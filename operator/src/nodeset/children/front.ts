import { KubeObject } from '@monero-portal/kube-client';
import { LABEL_VALUES, LABELS, PORTS } from '@monero-portal/monero-api';
import {
  HUNG_LIMIT_SECONDS,
  IDENTITY_DIR,
  KEY_DIR,
  PRIVATE_TOR_DIR,
  PrivateNetworks,
  shell,
  STATE_DIR,
} from '../../anonymity/containerParts';
import {
  ONION_PUBLISHED,
  REPORTS_DIR,
  REPORTS_VOLUME,
} from '../../anonymity/reports';
import { ENTRIES, SHARED_OWNER } from '../../anonymity/identities';
import { TOR_SCRIPTS, torOptions } from '../../anonymity/torContainer';
import { hasFront } from '../anonymity';
import { Images } from '../images';
import { frontName, secretName, sharedName } from '../names';
import { NodeSet } from '../spec';
import { child } from './child';
import { RESTRICTED } from './containers';
import { USER } from './statefulSet';

/** What a front needs to know. */
export interface FrontInputs {
  images: Images;
  networks: PrivateNetworks;
  /** ClusterIP of the Service for wallets; tor resolves no names. */
  rpcAddress?: string;
}

/**
 * With tor.rpc and several nodes, one Deployment of one tor: its onion address
 * leads to the Service for wallets, whose readiness does the choosing. It is
 * ready while wallets find it. Two at
 * once would publish against each other, so the old one ends first; wallets
 * wait for the new one some seconds. A NetworkPolicy lets nobody in.
 */
export function front(nodeSet: NodeSet, inputs: FrontInputs): KubeObject[] {
  const { rpcAddress } = inputs;
  // Until the Service has its address there is nothing to lead to.
  if (!hasFront(nodeSet.spec) || !rpcAddress) return [];
  const labels = {
    [LABELS.name]: 'tor',
    [LABELS.instance]: nodeSet.name,
    [LABELS.partOf]: LABEL_VALUES.partOf,
  };
  const name = frontName(nodeSet.name);
  return [
    child(nodeSet, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name,
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ['Ingress'],
      },
    }),
    child(nodeSet, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name,
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: podSpec(nodeSet, inputs, rpcAddress),
        },
      },
    }),
  ];
}

function podSpec(
  { name, spec }: NodeSet,
  { images, networks }: FrontInputs,
  rpcAddress: string,
) {
  const { nodeSelector, tolerations, priorityClassName, imagePullSecrets } =
    spec.podTemplate;
  const rpc = PORTS.restrictedRpc;
  return {
    serviceAccountName: sharedName(name),
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 10,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      fsGroup: USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...(Object.keys(nodeSelector).length > 0 ? { nodeSelector } : {}),
    ...(tolerations.length > 0 ? { tolerations } : {}),
    ...(priorityClassName ? { priorityClassName } : {}),
    ...(imagePullSecrets.length > 0 ? { imagePullSecrets } : {}),
    containers: [
      {
        name: 'tor',
        image: images.tor,
        command: shell(TOR_SCRIPTS.start, 'tor'),
        args: torOptions([[rpc, `${rpcAddress}:${rpc}`]]),
        terminationMessagePolicy: 'FallbackToLogsOnError',
        resources: {
          requests: { cpu: '10m', memory: '64Mi' },
          limits: { memory: '256Mi' },
        },
        startupProbe: {
          exec: { command: shell(TOR_SCRIPTS.started, 'tor') },
          periodSeconds: 1,
          timeoutSeconds: 5,
          failureThreshold: 120,
        },
        livenessProbe: {
          exec: { command: shell(TOR_SCRIPTS.alive, 'tor') },
          periodSeconds: 30,
          timeoutSeconds: 5,
          failureThreshold: 5,
          terminationGracePeriodSeconds: HUNG_LIMIT_SECONDS,
        },
        // No Service asks for it: the set's status tells it.
        readinessProbe: {
          exec: { command: shell(ONION_PUBLISHED, 'tor') },
          periodSeconds: 5,
          timeoutSeconds: 5,
          failureThreshold: 3,
        },
        securityContext: RESTRICTED,
        volumeMounts: [
          {
            name: 'keys',
            mountPath: `${KEY_DIR}/${ENTRIES.torSecret}`,
            subPath: `${SHARED_OWNER}.${ENTRIES.torSecret}`,
            readOnly: true,
          },
          { name: 'identity', mountPath: IDENTITY_DIR },
          { name: REPORTS_VOLUME, mountPath: REPORTS_DIR },
          { name: 'state', mountPath: STATE_DIR },
          ...(networks.tor
            ? [{ name: 'private', mountPath: PRIVATE_TOR_DIR, readOnly: true }]
            : []),
        ],
      },
    ],
    volumes: [
      {
        name: 'keys',
        secret: {
          secretName: spec.tor.secretRef ?? secretName(name, 'tor'),
          defaultMode: 0o400,
        },
      },
      { name: 'identity', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
      {
        name: REPORTS_VOLUME,
        emptyDir: { medium: 'Memory', sizeLimit: '1Mi' },
      },
      { name: 'state', emptyDir: {} },
      ...(networks.tor
        ? [
            {
              name: 'private',
              configMap: { name: networks.tor, optional: true },
            },
          ]
        : []),
    ],
  };
}
