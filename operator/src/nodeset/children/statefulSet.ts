import { KubeObject } from '@monero-portal/kube-client';
import { Images } from '../images';
import { childLabels, groupLabels, selectorLabels } from '../labels';
import {
  DATA_VOLUME,
  peersServiceName,
  sharedName,
  statefulSetName,
} from '../names';
import {
  IDENTITIES_ANNOTATION,
  IDENTITY_REVISION_ANNOTATION,
  IdentityNote,
} from '../identities';
import { PrivateNetworks } from '../../anonymity/containerParts';
import { NodeSet } from '../spec';
import { child } from './child';
import {
  CONFIG_VOLUME,
  exporterContainer,
  monerodContainer,
} from './containers';
import { sidecars, sidecarVolumes } from './sidecars';

/** User and group of the processes; the volume belongs to them. */
export const USER = 65532;

/** What of the pods depends on more than the set and its images. */
export interface StatefulSetInputs {
  /** Absent: neither Tor nor I2P. */
  identityNote?: IdentityNote;
  /** Absent: the real networks. */
  privateNetworks?: PrivateNetworks;
}

/** Whatever asks for a name asks nobody: everything goes through Tor. */
const NO_DNS = {
  dnsPolicy: 'None',
  dnsConfig: { nameservers: ['127.0.0.1'] },
};

/**
 * A daemon flushes its database before it ends; that of regtest is small. One
 * that is told to end in the second after its start may hang until then.
 */
function stopLimitSeconds({ spec }: NodeSet): number {
  return spec.network === 'regtest' ? 30 : 300;
}

/**
 * One StatefulSet. Pods start all at once, for nodes need no order, and are
 * replaced by the operator, which knows which are in sync.
 */
export function statefulSet(
  nodeSet: NodeSet,
  images: Images,
  { identityNote, privateNetworks = {} }: StatefulSetInputs = {},
): KubeObject {
  const { name, spec } = nodeSet;
  const template = podTemplate(nodeSet, images, {
    identityNote,
    privateNetworks,
  });
  return child(nodeSet, {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name: statefulSetName(name),
    // What shows the pods of a network shows what runs them, too.
    labels: groupLabels(nodeSet),
    annotations: identityNote
      ? { [IDENTITIES_ANNOTATION]: identityNote.known }
      : {},
    spec: {
      replicas: spec.replicas,
      serviceName: peersServiceName(name),
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'OnDelete' },
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: spec.volumeRetention,
        whenScaled: spec.volumeRetention,
      },
      selector: { matchLabels: selectorLabels(name) },
      template,
      volumeClaimTemplates: [volumeClaimTemplate(nodeSet)],
    },
  });
}

function podTemplate(
  nodeSet: NodeSet,
  images: Images,
  { identityNote, privateNetworks = {} }: StatefulSetInputs,
) {
  const { name, spec } = nodeSet;
  const { podTemplate: extra } = spec;
  const behindTor = spec.tor.enabled && spec.tor.proxyClearnet;
  const initContainers = sidecars(nodeSet, images, privateNetworks);
  return {
    metadata: {
      labels: { ...extra.labels, ...childLabels(name) },
      annotations: {
        ...extra.annotations,
        ...(identityNote?.revision
          ? { [IDENTITY_REVISION_ANNOTATION]: identityNote.revision }
          : {}),
        'kubectl.kubernetes.io/default-container': 'monerod',
      },
    },
    spec: {
      serviceAccountName: sharedName(name),
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: stopLimitSeconds(nodeSet),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: USER,
        runAsGroup: USER,
        fsGroup: USER,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      affinity: { podAntiAffinity: antiAffinity(nodeSet) },
      ...scheduling(nodeSet),
      ...(behindTor ? NO_DNS : {}),
      ...(initContainers.length > 0 ? { initContainers } : {}),
      containers: [
        monerodContainer(nodeSet, images.monerod),
        exporterContainer(nodeSet, images),
      ],
      volumes: [
        { name: CONFIG_VOLUME, configMap: { name: sharedName(name) } },
        ...sidecarVolumes(nodeSet, images, privateNetworks),
      ],
    },
  };
}

/** What the user passes to the pods; what is empty is left out. */
function scheduling(nodeSet: NodeSet) {
  const { podTemplate: extra } = nodeSet.spec;
  const fields = {
    nodeSelector: extra.nodeSelector,
    tolerations: extra.tolerations,
    topologySpreadConstraints: extra.topologySpreadConstraints.map(each => ({
      ...each,
      labelSelector: { matchLabels: groupLabels(nodeSet) },
    })),
    priorityClassName: extra.priorityClassName,
    imagePullSecrets: extra.imagePullSecrets,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && Object.keys(value).length > 0,
    ),
  );
}

function antiAffinity(nodeSet: NodeSet) {
  const term = {
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: { matchLabels: groupLabels(nodeSet) },
  };
  return nodeSet.spec.hardAntiAffinity
    ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
    : {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: term },
        ],
      };
}

function volumeClaimTemplate({ name, spec }: NodeSet) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: DATA_VOLUME, labels: childLabels(name) },
    spec: {
      accessModes: ['ReadWriteOnce'],
      ...(spec.storageClass ? { storageClassName: spec.storageClass } : {}),
      resources: { requests: { storage: spec.diskSize } },
    },
  };
}
