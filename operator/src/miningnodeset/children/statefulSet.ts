import { KubeObject } from '@monero-portal/kube-client';
import { MiningImages } from '../images';
import { childLabels, selectorLabels } from '../labels';
import { sharedName, statefulSetName } from '../names';
import { MiningNodeSet } from '../spec';
import { child } from './child';
import {
  daemonNameContainer,
  exporterContainer,
  xmrigContainer,
} from './containers';

/** User and group of the processes. */
const USER = 65532;

/** A miner has nothing to save. */
const STOP_LIMIT_SECONDS = 10;

/**
 * One StatefulSet, for the numbers of its pods: miners keep no data. Kubernetes
 * itself replaces them after a change, one by one, each mining before the next.
 */
export function statefulSet(
  set: MiningNodeSet,
  images: MiningImages,
): KubeObject {
  const { name, spec } = set;
  return child(set, {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name: statefulSetName(name),
    spec: {
      replicas: spec.replicas,
      // Nobody connects to miners by name: a Service of this name is never made.
      serviceName: sharedName(name),
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate' },
      selector: { matchLabels: selectorLabels(name) },
      template: podTemplate(set, images),
    },
  });
}

function podTemplate(set: MiningNodeSet, images: MiningImages) {
  const { name, spec } = set;
  const { podTemplate: extra } = spec;
  const daemonName = daemonNameContainer(set, images.exporter);
  return {
    metadata: {
      labels: { ...extra.labels, ...childLabels(name) },
      annotations: {
        ...extra.annotations,
        'kubectl.kubernetes.io/default-container': 'xmrig',
      },
    },
    spec: {
      serviceAccountName: sharedName(name),
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: STOP_LIMIT_SECONDS,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: USER,
        runAsGroup: USER,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      affinity: { podAntiAffinity: antiAffinity(name, spec.hardAntiAffinity) },
      ...scheduling(set),
      ...(daemonName ? { initContainers: [daemonName] } : {}),
      containers: [
        xmrigContainer(set, images.xmrig),
        exporterContainer(images.exporter),
      ],
    },
  };
}

/** What the user passes to the pods; what is empty is left out. */
function scheduling({ name, spec: { podTemplate: extra } }: MiningNodeSet) {
  const fields = {
    nodeSelector: extra.nodeSelector,
    tolerations: extra.tolerations,
    topologySpreadConstraints: extra.topologySpreadConstraints.map(each => ({
      ...each,
      labelSelector: { matchLabels: selectorLabels(name) },
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

function antiAffinity(name: string, hard: boolean) {
  const term = {
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: { matchLabels: selectorLabels(name) },
  };
  return hard
    ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
    : {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: term },
        ],
      };
}
