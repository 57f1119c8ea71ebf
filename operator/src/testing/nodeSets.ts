import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNodeSetSpec, NODE_SET } from '@monero-portal/monero-api';
import { IDENTITY_REVISION_ANNOTATION } from '../nodeset/identities';
import { NodeSet, parseNodeSet } from '../nodeset/spec';
import { Pod } from '../machinery/kubeTypes';

/** A node set as the API server has it: three on regtest, unless said otherwise. */
export function rawNodeSet(
  spec: MoneroNodeSetSpec = {},
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject {
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: {
      name: 'nodes',
      namespace: 'monero',
      uid: 'uid-of-nodes',
      generation: 1,
      resourceVersion: '1',
      ...metadata,
    },
    spec: { replicas: 3, network: 'regtest', ...spec },
  };
}

/** The same, understood. */
export function nodeSet(
  spec: MoneroNodeSetSpec = {},
  metadata: Partial<KubeObject['metadata']> = {},
): NodeSet {
  return parseNodeSet(rawNodeSet(spec, metadata));
}

/** The revision that pods of tests should have. */
export const CURRENT = 'nodes-new';

/** How a pod of a test is. */
export interface PodTraits {
  revision?: string;
  ready?: 'True' | 'False' | 'Unknown';
  terminating?: boolean;
  status?: Pod['status'];
  /** Revision of its keys. */
  keys?: string;
}

/**
 * The status of a pod with sidecars: monerod is in sync.
 * @param relaying - whether it has a peer over Tor or I2P
 */
export function onTor(relaying: boolean, sidecars = ['tor']): PodTraits {
  const running = { running: { startedAt: '2026-01-01T00:00:00Z' } };
  const traits = { started: true, state: running };
  return {
    status: {
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: relaying ? 'True' : 'False' },
      ],
      initContainerStatuses: sidecars.map(name => ({
        ...traits,
        name,
        ready: relaying,
      })),
      containerStatuses: ['monerod', 'exporter'].map(name => ({
        ...traits,
        name,
        ready: true,
      })),
    },
  };
}

/** A pod of the set, in sync on the current revision unless said otherwise. */
export function pod(ordinal: number, traits: PodTraits = {}): Pod {
  const { revision = CURRENT, ready = 'True', terminating, status } = traits;
  const { keys } = traits;
  const running = { running: { startedAt: '2026-01-01T00:00:00Z' } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `nodes-${ordinal}`,
      namespace: 'monero',
      uid: `uid-${ordinal}-${revision}`,
      labels: {
        'controller-revision-hash': revision,
        'app.kubernetes.io/instance': 'nodes',
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: 'nodes',
          uid: 'uid-of-set',
          controller: true,
        },
      ],
      ...(keys
        ? { annotations: { [IDENTITY_REVISION_ANNOTATION]: keys } }
        : {}),
      ...(terminating ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { nodeName: `node-${ordinal}` },
    status: status ?? {
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: ready },
      ],
      containerStatuses: [
        { name: 'monerod', ready: true, started: true, state: running },
        {
          name: 'exporter',
          ready: ready === 'True',
          started: true,
          state: running,
        },
      ],
    },
  };
}
