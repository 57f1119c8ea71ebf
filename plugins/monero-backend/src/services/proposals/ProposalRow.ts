import type { Proposal } from '@monero-portal/plugin-monero-common';

/** `drafting`: a row without a branch yet; nobody sees it. */
export type RowState = Proposal['state'] | 'drafting';

/** A proposal as it is stored, without its manifest. Times are ISO 8601. */
export interface ProposalRow {
  id: number;
  title: string;
  cluster: string;
  namespace: string;
  name: string;
  kind: Proposal['kind'];
  operation: Proposal['operation'];
  owner: string | null;
  proposedBy: string;
  createdAt: string;
  state: RowState;
  contentHash: string;
  openKey: string | null;
  path: string;
  branch: string;
  targetBranch: string;
  baseCommit: string;
  /** Null while drafting. */
  head: string | null;
  conflict: string | null;
  mergeCommit: string | null;
  mergedAt: string | null;
  mergedBy: string | null;
  closedAt: string | null;
  closedBy: string | null;
  appliedAt: string | null;
  appliedGeneration: number | null;
  reconciledAt: string | null;
  inSyncAt: string | null;
  supersededBy: number | null;
  /** Git's id of the file that a change was drafted from; null for a new file. */
  baseBlob: string | null;
  /** Who asked, and with which id. */
  requestKey: string | null;
  /** What becomes of the volumes; only when the object is retired. */
  volumes: string | null;
  /** Name of the forge that has its pull request; null for plain git. */
  forge: string | null;
  prNumber: number | null;
  prUrl: string | null;
  /** What the pull request waits for, in a sentence, when the forge tells. */
  prWaits: string | null;
}

/** The same with its manifest, which may be long and which no list needs. */
export interface FullProposalRow extends ProposalRow {
  /** As it was proposed, without the annotation that carries the id; empty when the file is removed. */
  manifest: string;
}

/** What is known when a draft is stored. */
export type NewProposal = Pick<
  FullProposalRow,
  | 'title'
  | 'cluster'
  | 'namespace'
  | 'name'
  | 'kind'
  | 'operation'
  | 'owner'
  | 'proposedBy'
  | 'createdAt'
  | 'manifest'
  | 'contentHash'
  | 'path'
  | 'branch'
  | 'targetBranch'
  | 'baseCommit'
  | 'baseBlob'
  | 'requestKey'
  | 'volumes'
> & { openKey: string };

/** States in which a proposal can still be merged or closed. */
export const OPEN_STATES: readonly RowState[] = ['proposed', 'conflict'];

/** Whether something can still happen to a proposal that its page would show. */
export function isFollowed(row: ProposalRow): boolean {
  return (
    row.state === 'merged' && row.inSyncAt === null && row.supersededBy === null
  );
}
