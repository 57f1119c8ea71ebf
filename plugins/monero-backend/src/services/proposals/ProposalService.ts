import type {
  GitManifest,
  ObjectRef,
  Proposal,
  ProposalFilter,
  ProposalList,
  ProposeInput,
} from '@monero-portal/plugin-monero-common';
import type { Facts, FactsCriteria } from '../../permissions';

/** Who asks: an entity reference (or a service's name), and how git names them. */
export interface Actor {
  ref: string;
  name: string;
  email: string;
}

/**
 * Changes on their way into the GitOps repository.
 *
 * Errors are Backstage's: InputError (with `violations` when the manifest is
 * at fault), NotFoundError, ConflictError, GitError when the repository cannot
 * be used, and TooManyProposalsError.
 */
export interface ProposalService {
  /** The manifest that a change starts from, as Git has it. */
  manifest(ref: ObjectRef): Promise<GitManifest>;
  /**
   * Creates a proposal, or finds the one of the same request, or the open one
   * that has the same content. A file that is not as its author saw it is a
   * ConflictError that says what happened meanwhile.
   */
  propose(
    input: ProposeInput,
    by: Actor,
  ): Promise<{ proposal: Proposal; created: boolean }>;
  /** One page, newest first. @param covered - which of all there are to be seen; all by default */
  list(filter: ProposalFilter, covered?: FactsCriteria): Promise<ProposalList>;
  /** What permissions know of a proposal. */
  facts(id: number): Promise<Facts>;
  /** One proposal with its diff. */
  get(id: number): Promise<Proposal>;
  /** Merges the commit that was looked at. */
  merge(id: number, head: string, by: Actor): Promise<Proposal>;
  /** Gives a proposal up; its branch stays. */
  close(id: number, by: Actor): Promise<Proposal>;
}
