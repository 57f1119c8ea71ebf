import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  GitManifest,
  ObjectRef,
  Proposal,
  ProposalFilter,
  ProposalList,
  ProposeInput,
} from '@monero-portal/plugin-monero-common';
import type { Facts, FactsCriteria } from '../../permissions';
import type { ClusterService } from '../clusters';
import { GitError } from '../git';
import type { HealthService } from '../health';
import type { ProposalLimit } from '../limit';
import { openDraft } from './draft';
import { liveOf } from './live';
import { mergeProposal } from './mergeProposal';
import { Mutex } from './Mutex';
import { newProposal, samenessOf } from './newProposal';
import {
  isFollowed,
  OPEN_STATES,
  type FullProposalRow,
  type ProposalRow,
} from './ProposalRow';
import type { Actor, ProposalService } from './ProposalService';
import { readGitManifest } from './readGitManifest';
import type { ProposalStore } from './ProposalStore';
import { shortName } from './steps';
import type { OpenTarget, Targets } from './targets';
import { toProposal } from './toProposal';
import type { Surroundings } from './waitingFor';

/** What proposals are made of. */
export interface ProposalServiceOptions {
  store: ProposalStore;
  targets: Targets;
  health: Pick<HealthService, 'clusters' | 'nodeSet'>;
  clusters: Pick<ClusterService, 'get'>;
  /** Asked before a new proposal is kept. */
  limit: Pick<ProposalLimit, 'take'>;
  /** Told when a proposal has changed. */
  onChange: (id: number) => void;
  /** Address of the portal, for links in pull requests. */
  portalUrl: string;
  now?: () => number;
}

/** Proposals in git: the portal itself merges those of a plain repository, a forge the others. */
export class DefaultProposalService implements ProposalService {
  readonly #options: Required<ProposalServiceOptions>;
  readonly #mutex = new Mutex();

  constructor(options: ProposalServiceOptions) {
    this.#options = { now: Date.now, ...options };
  }

  manifest(ref: ObjectRef): Promise<GitManifest> {
    return readGitManifest(this.#options.targets, ref);
  }

  async propose(asked: ProposeInput, by: Actor) {
    const { store, targets, limit, now, portalUrl } = this.#options;
    const { forgeToken, ...input } = asked;
    const target = targets.forProposal(input);
    const same = samenessOf(input, by);
    // Two requests with the same id may differ in content.
    const lock = same.requestKey ?? same.openKey;
    return this.#mutex.run(lock, async () => {
      const known = await store.findSame(same);
      refuseOtherObject(known, input);
      if (known?.head) {
        return { proposal: this.#tell(known), created: false };
      }
      const draft = await newProposal(input, by, target, {
        store,
        now: now(),
      });
      // What is asked for again, or was begun, is nothing new; what is refused is nothing.
      if (!known) await limit.take(by.ref);
      const { row } = known ? { row: known } : await store.draft(draft);
      const opened = row.head
        ? row
        : await openDraft(row, target, by, { store, portalUrl, forgeToken });
      this.#options.onChange(opened.id);
      return { proposal: this.#tell(opened), created: row.head === null };
    });
  }

  async list(
    filter: ProposalFilter,
    covered?: FactsCriteria,
  ): Promise<ProposalList> {
    const { rows, before } = await this.#options.store.list(filter, covered);
    return { items: rows.map(row => this.#tell(row)), before };
  }

  async facts(id: number): Promise<Facts> {
    return factsOf(await this.#find(id));
  }

  async get(id: number): Promise<Proposal> {
    const row = await this.#find(id);
    const target = this.#options.targets.find(row.cluster);
    if (!target || row.head === null) {
      return this.#tell(row);
    }
    // Somebody may have pushed to the branch: show what a merge would take.
    const open = OPEN_STATES.includes(row.state);
    const tip = open ? await target.repo.branch(row.branch) : undefined;
    const head = tip ?? row.head;
    const diff = await diffOf(target, row.baseCommit, head);
    return this.#tell({ ...row, head }, diff);
  }

  async merge(id: number, head: string, by: Actor): Promise<Proposal> {
    const { store, targets, now, onChange } = this.#options;
    const { cluster } = await this.#find(id);
    const target = targets.forExisting(cluster);
    return this.#mutex.run(target.repository, async () => {
      const row = await this.#find(id);
      requireOpen(row);
      requirePlainGit(row);
      const time = new Date(now());
      const outcome = await mergeProposal(row, head, target, by, time);
      if (!outcome.merged) {
        const { conflict } = outcome;
        await store.update(id, OPEN_STATES, {
          state: 'conflict',
          conflict,
          openKey: null,
        });
        onChange(id);
        throw new ConflictError(
          `${conflict} Branch ${row.branch} is left as it is.`,
        );
      }
      // The follower may have seen the merge first, but not who made it.
      await store.update(id, [...OPEN_STATES, 'merged'], {
        state: 'merged',
        head,
        openKey: null,
        conflict: null,
        mergeCommit: outcome.commit,
        mergedAt: time.toISOString(),
        mergedBy: by.ref,
      });
      onChange(id);
      return this.get(id);
    });
  }

  async close(id: number, by: Actor): Promise<Proposal> {
    const { store, targets, now, onChange } = this.#options;
    const { cluster } = await this.#find(id);
    const lock = targets.find(cluster)?.repository ?? cluster;
    // The same lock as for merges: a proposal is merged or closed, never both.
    return this.#mutex.run(lock, async () => {
      const row = await this.#find(id);
      requireOpen(row);
      await closePullRequest(row, targets);
      await store.update(id, OPEN_STATES, {
        state: 'closed',
        openKey: null,
        closedAt: new Date(now()).toISOString(),
        closedBy: by.ref,
      });
      onChange(id);
      return this.get(id);
    });
  }

  async #find(id: number): Promise<FullProposalRow> {
    const row = await this.#options.store.get(id);
    if (!row || row.state === 'drafting') {
      throw new NotFoundError(`There is no proposal #${id}.`);
    }
    return row;
  }

  #tell(row: ProposalRow, diff?: string): Proposal {
    return toProposal(row, this.#around(row), diff);
  }

  /** Only what is still followed is looked up: a page of the list may be long. */
  #around(row: ProposalRow): Surroundings {
    const { health, clusters, now } = this.#options;
    if (!isFollowed(row)) {
      return { now: now() };
    }
    const { object, remnants } = liveOf(row, clusters.get(row.cluster));
    const isNodeSet = row.kind === 'MoneroNodeSet';
    return {
      now: now(),
      cluster: health.clusters().find(({ name }) => name === row.cluster),
      health: isNodeSet ? health.nodeSet(row) : undefined,
      ...{ object, remnants },
    };
  }
}

/** What permissions know of a proposal. */
export function factsOf(row: ProposalRow): Facts {
  const { cluster, namespace, owner, proposedBy } = row;
  return { cluster, namespace, owner: owner ?? undefined, proposedBy };
}

/** A mirror is a cache: after a branch is gone from the forge, its commits may be, too. */
async function diffOf(
  { repo, hosted }: OpenTarget,
  from: string,
  to: string,
): Promise<string | undefined> {
  try {
    return await repo.diff(from, to);
  } catch (error) {
    if (hosted && error instanceof GitError) return undefined;
    throw error;
  }
}

function requirePlainGit({ id, forge, prUrl }: ProposalRow): void {
  if (forge !== null) {
    throw new ConflictError(
      `Proposal #${id} is reviewed and merged on ${forge}: ${prUrl}. The portal follows it there.`,
    );
  }
}

async function closePullRequest(
  { cluster, prNumber }: ProposalRow,
  targets: Targets,
): Promise<void> {
  if (prNumber === null) {
    return;
  }
  const { hosted } = targets.forExisting(cluster);
  const pullRequests = hosted?.forge.pullRequests();
  const now = await pullRequests?.get(prNumber);
  if (now?.state === 'merged') {
    throw new ConflictError(
      `Pull request #${prNumber} has been merged on ${pullRequests?.forge} meanwhile; the portal will notice in a moment.`,
    );
  }
  if (now?.state === 'open') {
    await pullRequests?.close(prNumber);
  }
}

/** Somebody may use the same id twice by mistake. */
function refuseOtherObject(
  known: ProposalRow | undefined,
  input: ProposeInput,
): void {
  const fields = ['kind', 'cluster', 'namespace', 'name'] as const;
  if (known && fields.some(field => known[field] !== input[field])) {
    throw new InputError(
      `requestId "${input.requestId}" was used for another object: ${known.kind} ${known.name}, proposal #${known.id}.`,
    );
  }
}

function requireOpen(row: ProposalRow): void {
  if (row.state === 'merged') {
    throw new ConflictError(
      `Proposal #${row.id} has been merged already${
        row.mergedBy ? ` by ${shortName(row.mergedBy)}` : ''
      }.`,
    );
  }
  if (row.state === 'closed') {
    throw new ConflictError(
      `Proposal #${row.id} has been closed${
        row.closedBy ? ` by ${shortName(row.closedBy)}` : ''
      }; propose the change again.`,
    );
  }
}
