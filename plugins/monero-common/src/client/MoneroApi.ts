import type { NodeSetRef } from '../annotations';
import type {
  ClusterList,
  FleetHistory,
  GitManifest,
  History,
  HistoryQuery,
  MiningSetHealth,
  MiningSetList,
  NetworkHealth,
  NetworkList,
  NodeSetHealth,
  NodeSetList,
  ObjectRef,
  Proposal,
  ProposalFilter,
  ProposalList,
  ProposeInput,
  Snapshot,
  SnapshotQuery,
} from '../schemas';

/** Per call: whose token to use (backend side only), and how to give up. */
export interface MoneroRequestOptions {
  /** Bearer token; in the browser the fetch API adds the user's own. */
  token?: string;
  signal?: AbortSignal;
  /** Deadline in milliseconds; 30,000 by default. */
  timeoutMs?: number;
}

/**
 * What monero-backend offers over HTTP.
 *
 * Every method throws `ResponseError` for an error answer (its `cause.name` is
 * `NotFoundError`, `ConflictError`, `InputError` or `NotAllowedError`; see
 * `violationsOf`), and `MoneroClientError` when there is no usable answer.
 */
export interface MoneroApi {
  getClusters(options?: MoneroRequestOptions): Promise<ClusterList>;
  getNodeSets(options?: MoneroRequestOptions): Promise<NodeSetList>;
  getNodeSet(
    ref: NodeSetRef,
    options?: MoneroRequestOptions,
  ): Promise<NodeSetHealth>;
  getNetworks(options?: MoneroRequestOptions): Promise<NetworkList>;
  getNetwork(
    ref: NodeSetRef,
    options?: MoneroRequestOptions,
  ): Promise<NetworkHealth>;
  getMiningSets(options?: MoneroRequestOptions): Promise<MiningSetList>;
  getMiningSet(
    ref: NodeSetRef,
    options?: MoneroRequestOptions,
  ): Promise<MiningSetHealth>;
  /** A line for every object of every kind, or for those that changed since. */
  getSnapshot(
    query?: SnapshotQuery,
    options?: MoneroRequestOptions,
  ): Promise<Snapshot>;
  /** How far behind everything was over the last day, in one answer. */
  getFleetHistory(options?: MoneroRequestOptions): Promise<FleetHistory>;
  /** What its pods were like: of node sets and mining sets; a network has none of its own. */
  getHistory(
    ref: ObjectRef,
    query?: HistoryQuery,
    options?: MoneroRequestOptions,
  ): Promise<History>;
  /** The manifest as Git has it, for changing it; `NotFoundError` when Git has none. */
  getManifest(
    ref: ObjectRef,
    options?: MoneroRequestOptions,
  ): Promise<GitManifest>;
  /** Creates a proposal, or returns the open one that has the same content. */
  propose(
    input: ProposeInput,
    options?: MoneroRequestOptions,
  ): Promise<Proposal>;
  /**
   * Open proposals of the same file, newest first: who is about to change it
   * should know before, not after.
   */
  getOpenProposals(
    ref: ObjectRef,
    options?: MoneroRequestOptions,
  ): Promise<ProposalList>;
  /** Newest first, without diffs, a page at a time (see `before`). */
  getProposals(
    filter?: ProposalFilter,
    options?: MoneroRequestOptions,
  ): Promise<ProposalList>;
  /** One proposal with its diff. */
  getProposal(id: number, options?: MoneroRequestOptions): Promise<Proposal>;
  /** Merges the commit `head`, which is the one the user looked at. */
  mergeProposal(
    id: number,
    head: string,
    options?: MoneroRequestOptions,
  ): Promise<Proposal>;
  /** Gives a proposal up; its branch is kept. */
  closeProposal(id: number, options?: MoneroRequestOptions): Promise<Proposal>;
}
