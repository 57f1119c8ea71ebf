import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import type { ObservedNodeSet } from '../services/clusters';
import { observeNodeSet } from '../services/clusters/observed';
import type {
  FullProposalRow,
  NewProposal,
} from '../services/proposals/ProposalRow';
import { nodeSetObject } from './fakeKube';

/** The moment at which tests look. */
export const NOW = Date.parse('2026-03-01T12:00:00Z');

/** ISO time so many seconds before {@link NOW}. */
export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}

/** An open proposal #7 of node set web. */
export function rowWith(
  change: Partial<FullProposalRow> = {},
): FullProposalRow {
  return {
    id: 7,
    title: 'Add web',
    cluster: 'dev',
    namespace: 'monero',
    name: 'web',
    kind: 'MoneroNodeSet',
    operation: 'create',
    owner: null,
    proposedBy: 'user:default/guest',
    createdAt: ago(600),
    state: 'proposed',
    manifest: '',
    contentHash: 'c0ffee',
    openKey: 'dev/monero/web/c0ffee',
    path: 'clusters/dev/monero/web.yaml',
    branch: 'monero/monero/web/c0ffee00',
    targetBranch: 'main',
    baseCommit: 'b'.repeat(40),
    head: 'a'.repeat(40),
    conflict: null,
    mergeCommit: null,
    mergedAt: null,
    mergedBy: null,
    closedAt: null,
    closedBy: null,
    appliedAt: null,
    appliedGeneration: null,
    reconciledAt: null,
    inSyncAt: null,
    supersededBy: null,
    baseBlob: null,
    requestKey: null,
    volumes: null,
    forge: null,
    prNumber: null,
    prUrl: null,
    prWaits: null,
    ...change,
  };
}

/** The same, merged 40 seconds ago. */
export function mergedRow(
  change: Partial<FullProposalRow> = {},
): FullProposalRow {
  return rowWith({
    state: 'merged',
    openKey: null,
    mergeCommit: `3f9c1e2${'0'.repeat(33)}`,
    mergedAt: ago(40),
    mergedBy: 'user:default/platform',
    ...change,
  });
}

/** The live object of node set web, as proposal #7 wrote it. */
export function liveWith(
  change: Parameters<typeof nodeSetObject>[0] = {},
): ObservedNodeSet {
  const observed = observeNodeSet(
    nodeSetObject({
      annotations: { 'utxo.com.br/proposal': '7' },
      generation: 3,
      ...change,
    }),
  );
  if (!observed) {
    throw new Error('not a node set');
  }
  return observed;
}

/** The health of node set web. */
export function healthWith(change: Partial<NodeSetHealth> = {}): NodeSetHealth {
  return {
    cluster: 'dev',
    namespace: 'monero',
    name: 'web',
    uid: 'uid',
    network: 'mainnet',
    replicas: 3,
    maxUnavailable: 1,
    readyReplicas: 2,
    generation: 3,
    conditions: [],
    verdict: { state: 'Degraded', headline: '' },
    findings: [],
    nodes: [
      { pod: 'web-0', state: 'In sync', reason: 'At the top of the chain.' },
      {
        pod: 'web-1',
        state: 'Behind',
        reason: '184 blocks behind, about 6 min.',
      },
      { pod: 'web-2', state: 'In sync', reason: 'At the top of the chain.' },
    ],
    asOf: ago(0),
    stale: false,
    paused: false,
    createdAt: ago(3600),
    rpc: { clusterDns: 'web-rpc.monero.svc.cluster.local:18089' },
    ...change,
  };
}

let drafts = 0;

/** A draft as it is stored first. @param openKey - of its own unless given */
export function newRow(openKey = `draft ${(drafts += 1)}`): NewProposal {
  const row = rowWith({ openKey, proposedBy: 'user:default/guest' });
  const { title, cluster, namespace, name, kind, operation, owner } = row;
  const { proposedBy, createdAt, contentHash, path, branch } = row;
  const { targetBranch, baseCommit, baseBlob, requestKey, volumes } = row;
  return {
    ...{ title, cluster, namespace, name, kind, operation, owner, openKey },
    ...{ proposedBy, createdAt, contentHash, path, branch, volumes },
    ...{ targetBranch, baseCommit, baseBlob, requestKey },
    manifest: 'kind: MoneroNodeSet\n',
  };
}
