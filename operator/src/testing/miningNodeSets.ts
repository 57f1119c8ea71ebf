import { KubeObject } from '@monero-portal/kube-client';
import {
  MINING_NODE_SET,
  MoneroMiningNodeSetSpec,
} from '@monero-portal/monero-api';
import { Pod } from '../machinery/kubeTypes';
import { Daemon } from '../miningnodeset/daemon';
import { MiningNodeSet, parseMiningNodeSet } from '../miningnodeset/spec';
import { rawNetwork } from './networks';
import { rawNodeSet } from './nodeSets';

/** A throwaway address of mainnet, and so of regtest. */
export const WALLET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

/** Mines solo for the node set `nodes`. */
export const SOLO: MoneroMiningNodeSetSpec = {
  replicas: 2,
  daemonRef: { name: 'nodes' },
  wallet: WALLET,
};

/** Mines solo for the network `regtest`. */
export const ON_NETWORK: MoneroMiningNodeSetSpec = {
  ...SOLO,
  daemonRef: { kind: 'MoneroNetwork', name: 'regtest' },
};

/** A mining set as the API server has it. */
export function rawMiningNodeSet(
  spec: MoneroMiningNodeSetSpec = SOLO,
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject {
  return {
    apiVersion: MINING_NODE_SET.apiVersion,
    kind: MINING_NODE_SET.kind,
    metadata: {
      name: 'miners',
      namespace: 'monero',
      uid: 'uid-of-miners',
      generation: 1,
      resourceVersion: '1',
      ...metadata,
    },
    spec,
  };
}

/** The same, understood. */
export function miningNodeSet(
  spec: MoneroMiningNodeSetSpec = SOLO,
  metadata: Partial<KubeObject['metadata']> = {},
): MiningNodeSet {
  return parseMiningNodeSet(rawMiningNodeSet(spec, metadata));
}

/** The node set that the miners work for, with so many nodes in sync. */
export function daemon(
  readyReplicas: number,
  spec: Parameters<typeof rawNodeSet>[0] = {},
): Daemon {
  return { ...rawNodeSet(spec), spec, status: { readyReplicas } };
}

/** The network that the miners work for, with so many members in sync. */
export function daemonNetwork(readyReplicas: number): Daemon {
  const { metadata, ...raw } = rawNetwork({}, { namespace: 'monero' });
  return { ...raw, metadata, spec: {}, status: { readyReplicas } };
}

/** The revision that pods of tests should have. */
export const CURRENT = 'miners-new';

/** How a pod of a test is. */
export interface MinerTraits {
  revision?: string;
  ready?: 'True' | 'False' | 'Unknown';
  terminating?: boolean;
  status?: Pod['status'];
}

/** A pod of the set, mining on the current revision unless said otherwise. */
export function minerPod(index: number, traits: MinerTraits = {}): Pod {
  const { revision = CURRENT, ready = 'True', terminating, status } = traits;
  const running = { running: { startedAt: '2026-01-01T00:00:00Z' } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `miners-${index}`,
      namespace: 'monero',
      labels: { 'controller-revision-hash': revision },
      ...(terminating ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { nodeName: 'node-0' },
    status: status ?? {
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: ready },
      ],
      containerStatuses: [
        { name: 'xmrig', state: running },
        { name: 'exporter', state: running },
      ],
    },
  };
}
