import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  GitManifest,
  NodeSetRef,
  Proposal,
  ProposalFilter,
  ProposeInput,
} from '@monero-portal/plugin-monero-common';
import { pathOf } from '../../config/readGitOpsTargets';
import type { HealthService } from '../health';
import { openDraft } from './draft';
import {
  checkManifest,
  hashOf,
  sameManifest,
  withoutProposal,
} from './manifest';
import { mergeProposal } from './mergeProposal';
import { Mutex } from './Mutex';
import { OPEN_STATES, type NewProposal, type ProposalRow } from './ProposalRow';
import type { Actor, ProposalService } from './ProposalService';
import { readGitManifest } from './readGitManifest';
import type { ProposalStore } from './ProposalStore';
import { shortName } from './steps';
import type { OpenTarget, Targets } from './targets';
import { toProposal } from './toProposal';

/** What proposals are made of. */
export interface ProposalServiceOptions {
  store: ProposalStore;
  targets: Targets;
  health: Pick<HealthService, 'clusters' | 'nodeSet'>;
  /** Told when a proposal has changed. */
  onChange: (id: number) => void;
  now?: () => number;
}

/** Proposals in a plain git repository; the portal itself merges them. */
export class DefaultProposalService implements ProposalService {
  readonly #options: Required<ProposalServiceOptions>;
  readonly #mutex = new Mutex();

  constructor(options: ProposalServiceOptions) {
    this.#options = { now: Date.now, ...options };
  }

  manifest(ref: NodeSetRef): Promise<GitManifest> {
    return readGitManifest(this.#options.targets, ref);
  }

  async propose(input: ProposeInput, by: Actor) {
    const { store, targets } = this.#options;
    const target = targets.forProposal(input);
    const manifest = withoutProposal(input.manifest);
    const key = keyOf(input, hashOf(manifest));
    return this.#mutex.run(key, async () => {
      const known = await store.findOpen(key);
      if (known?.head) {
        return { proposal: this.#tell(known), created: false };
      }
      const draft = await this.#draft(input, manifest, target, by);
      const { row } = await store.draft(draft);
      const opened = row.head ? row : await openDraft(row, target, by, store);
      this.#options.onChange(opened.id);
      return { proposal: this.#tell(opened), created: row.head === null };
    });
  }

  async list(filter: ProposalFilter): Promise<Proposal[]> {
    const rows = await this.#options.store.list(filter);
    return rows.map(row => this.#tell(row));
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
    const diff = await target.repo.diff(row.baseCommit, head);
    return this.#tell({ ...row, head }, diff);
  }

  async merge(id: number, head: string, by: Actor): Promise<Proposal> {
    const { store, targets, now, onChange } = this.#options;
    const { cluster } = await this.#find(id);
    const target = targets.forExisting(cluster);
    return this.#mutex.run(target.repository, async () => {
      const row = await this.#find(id);
      requireOpen(row);
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
      requireOpen(await this.#find(id));
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

  async #draft(
    input: ProposeInput,
    manifest: string,
    target: OpenTarget,
    by: Actor,
  ): Promise<NewProposal> {
    const { branch: targetBranch, repo } = target;
    const baseCommit = await repo.branch(targetBranch);
    if (baseCommit === undefined) {
      throw new ConflictError(
        `Branch ${targetBranch} is not in the GitOps repository of cluster "${input.cluster}"; make a first commit there.`,
      );
    }
    const path = pathOf(target, input);
    const old = await repo.readFile(baseCommit, path);
    checkManifest(manifest, input, old);
    if (old !== undefined && sameManifest(old, manifest)) {
      throw new ConflictError(
        `There is nothing to propose: ${path} on branch ${targetBranch} already says this.`,
      );
    }
    const contentHash = hashOf(manifest);
    const { title, cluster, namespace, name, kind, owner = null } = input;
    return {
      title,
      cluster,
      namespace,
      name,
      kind,
      owner,
      operation: old === undefined ? 'create' : 'change',
      proposedBy: by.ref,
      createdAt: new Date(this.#options.now()).toISOString(),
      manifest,
      contentHash,
      openKey: keyOf(input, contentHash),
      path,
      branch: `monero/${namespace}/${name}/${contentHash.slice(0, 8)}`,
      targetBranch,
      baseCommit,
    };
  }

  async #find(id: number): Promise<ProposalRow> {
    const row = await this.#options.store.get(id);
    if (!row || row.state === 'drafting') {
      throw new NotFoundError(`There is no proposal #${id}.`);
    }
    return row;
  }

  #tell(row: ProposalRow, diff?: string): Proposal {
    const { health, now } = this.#options;
    return toProposal(
      row,
      {
        now: now(),
        cluster: health.clusters().find(({ name }) => name === row.cluster),
        health: health.nodeSet(row),
      },
      diff,
    );
  }
}

function keyOf(
  input: Pick<ProposeInput, 'cluster' | 'namespace' | 'name'>,
  contentHash: string,
): string {
  return [input.cluster, input.namespace, input.name, contentHash].join('/');
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
