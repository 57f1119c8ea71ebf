import type { MoneroKind, ProposalState, VerdictState } from './schemas';

/** Types of documents in the portal's search. */
export const SEARCH_TYPES = {
  /** Node sets, networks and mining sets. */
  object: 'monero',
  proposal: 'monero-proposal',
} as const;

/** What both types have: Backstage's own fields, and the address of the object. */
interface Indexed {
  title: string;
  text: string;
  /** Path in the portal. */
  location: string;
  /** By which the permission system finds what it is about. */
  authorization: { resourceRef: string };
  kind: MoneroKind;
  cluster: string;
  namespace: string;
  name: string;
  /** Entity reference such as `group:default/wallets`; empty when it has none. */
  owner: string;
}

/** A node set, network or mining set as search knows it. */
export interface ObjectDocument extends Indexed {
  /** Chain; empty for mining sets. */
  network: string;
  /** Verdict when it was indexed. */
  state: VerdictState;
  headline: string;
  /** When it was indexed, ISO 8601: the age of the verdict. */
  indexedAt: string;
}

/** A proposal as search knows it. */
export interface ProposalDocument extends Indexed {
  id: number;
  state: ProposalState;
  /** Entity reference of who proposed it. */
  proposedBy: string;
  /** ISO 8601. */
  createdAt: string;
}
