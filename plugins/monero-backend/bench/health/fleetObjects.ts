import type { KubeObject } from '@monero-portal/kube-client';
import {
  GROUP,
  LABELS,
  LABEL_VALUES,
  VERSION,
} from '@monero-portal/monero-api';

/** Pods of each node set. */
export const REPLICAS = 3;
/** Node sets of a namespace. */
const PER_NAMESPACE = 50;

const AGES_AGO = '2026-01-01T00:00:00Z';

/** Where the node set of that number lives, and its name. */
export function placeOf(index: number): { namespace: string; name: string } {
  return {
    namespace: `team-${Math.floor(index / PER_NAMESPACE)}`,
    name: `set-${index}`,
  };
}

/** A node set in order, as an API server tells of it. */
export function nodeSetOf(
  index: number,
  resourceVersion: number,
  paused = false,
): KubeObject {
  const { namespace, name } = placeOf(index);
  const condition = (type: string, status: string, reason: string) => ({
    ...{ type, status, reason, observedGeneration: 1 },
    lastTransitionTime: AGES_AGO,
    message: `3 of 3 nodes are in sync`,
  });
  return {
    apiVersion: `${GROUP}/${VERSION}`,
    kind: 'MoneroNodeSet',
    metadata: {
      ...{ namespace, name, uid: `uid-${name}`, generation: 1 },
      resourceVersion: String(resourceVersion),
      creationTimestamp: AGES_AGO,
      annotations: { 'utxo.com.br/owner': `group:default/${namespace}` },
    },
    spec: { replicas: REPLICAS, network: 'mainnet', diskSize: '300Gi', paused },
    status: {
      ...{ observedGeneration: 1, replicas: REPLICAS, readyReplicas: REPLICAS },
      conditions: [
        condition('Ready', 'True', 'InSync'),
        condition('Reconciling', 'False', 'UpToDate'),
        condition('Stalled', 'False', 'Fine'),
      ],
      nodes: Array.from({ length: REPLICAS }, (_, ordinal) => ({
        pod: `${name}-${ordinal}`,
        inSync: true,
      })),
    },
  };
}

/** A pod of a node set that runs its daemon and its exporter. */
export function podOf(
  index: number,
  ordinal: number,
  resourceVersion: number,
): KubeObject {
  const { namespace, name } = placeOf(index);
  const container = (of: string) => ({
    ...{ name: of, ready: true, restartCount: 0, started: true },
    image: `registry.example.com/${of}:0.18.4.0`,
    state: { running: { startedAt: AGES_AGO } },
    lastState: {},
  });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...{ namespace, name: `${name}-${ordinal}` },
      uid: `uid-${name}-${ordinal}`,
      resourceVersion: String(resourceVersion),
      creationTimestamp: AGES_AGO,
      labels: {
        [LABELS.name]: LABEL_VALUES.name,
        [LABELS.instance]: name,
        [LABELS.managedBy]: LABEL_VALUES.managedBy,
      },
    },
    spec: { nodeName: `machine-${index % 50}` },
    status: {
      phase: 'Running',
      podIP: `10.${index >> 8}.${index & 255}.${ordinal + 1}`,
      conditions: ['Ready', 'ContainersReady', 'Initialized'].map(type => ({
        type,
        status: 'True',
        lastTransitionTime: AGES_AGO,
      })),
      containerStatuses: ['monerod', 'exporter'].map(container),
    },
  };
}
