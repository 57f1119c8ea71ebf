import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterService } from '../clusters';
import { liveOf, type Live } from './live';
import { conflictOf } from './mergeProposal';
import { progressOf } from './progress';
import { OPEN_STATES, type ProposalRow } from './ProposalRow';
import { retirementOf } from './retirement';
import { PullRequestFollower } from './PullRequestFollower';
import type { ProposalStore } from './ProposalStore';
import type { OpenTarget, Targets } from './targets';

/** What following proposals needs. */
export interface ProposalFollowerOptions {
  store: ProposalStore;
  targets: Targets;
  clusters: Pick<ClusterService, 'get'>;
  /** Told when a proposal has changed. */
  onChange: (id: number) => void;
  logger: LoggerService;
  now?: () => number;
}

const INTERVAL_MS = 2_000;

/**
 * Notes when proposals come further: merged with git by hand, in conflict
 * because the branch moved, applied, reconciled, in sync, overtaken.
 */
export class ProposalFollower {
  readonly #options: Required<ProposalFollowerOptions>;
  /** By proposal: the commits on which the last look at git was based. */
  readonly #looked = new Map<number, string>();
  readonly #pullRequests: PullRequestFollower;
  #running?: Promise<void>;
  #again = false;
  #ended = false;
  #problem?: string;

  constructor(options: ProposalFollowerOptions) {
    this.#options = { now: Date.now, ...options };
    this.#pullRequests = new PullRequestFollower(this.#options);
  }

  /** A forge said that something happened to a cluster's pull requests: looks at once. */
  heard(cluster: string): void {
    this.#pullRequests.hurry(cluster);
    this.nudge();
  }

  /** Follows until the signal aborts. */
  start(signal: AbortSignal): void {
    const timer = setInterval(() => this.nudge(), INTERVAL_MS);
    const end = () => {
      this.#ended = true;
      clearInterval(timer);
    };
    signal.addEventListener('abort', end, { once: true });
  }

  /** Looks soon; nudges during a look lead to one more. Never throws. */
  nudge(): void {
    if (this.#running || this.#ended) {
      this.#again = !this.#ended;
      return;
    }
    this.#running = this.#look().finally(() => {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.nudge();
      }
    });
  }

  /** One look at every proposal that is not finished. */
  async follow(): Promise<void> {
    for (const row of await this.#options.store.listActive()) {
      const changed = OPEN_STATES.includes(row.state)
        ? await this.#followBranch(row)
        : await this.#followObject(row);
      if (changed) {
        this.#options.onChange(row.id);
      }
    }
  }

  async #look(): Promise<void> {
    try {
      await this.follow();
      this.#problem = undefined;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      // When the portal ends, its database goes first.
      if (problem !== this.#problem && !this.#ended) {
        this.#options.logger.warn(`Proposals cannot be followed: ${problem}`);
      }
      this.#problem = problem;
    }
  }

  async #followBranch(row: ProposalRow): Promise<boolean> {
    const target = this.#options.targets.find(row.cluster);
    if (row.prNumber !== null) {
      return this.#pullRequests.follow(row, target);
    }
    const main = await target?.repo.branch(row.targetBranch);
    const head = await target?.repo.branch(row.branch);
    const commits = `${main} ${head}`;
    if (!target || !main || !head || this.#looked.get(row.id) === commits) {
      return false;
    }
    const patch = await this.#compare(row, target, main, head);
    const changed = await this.#options.store.update(
      row.id,
      [row.state],
      patch,
    );
    this.#looked.set(row.id, commits);
    return changed;
  }

  async #compare(
    row: ProposalRow,
    { repo }: OpenTarget,
    main: string,
    head: string,
  ): Promise<Partial<ProposalRow>> {
    if (await repo.contains(main, head)) {
      return {
        state: 'merged',
        head,
        openKey: null,
        conflict: null,
        mergeCommit: main,
        mergedAt: new Date(this.#options.now()).toISOString(),
      };
    }
    const attempt = await repo.tryMerge(main, head);
    return attempt.clean
      ? { state: 'proposed', head, conflict: null }
      : {
          state: 'conflict',
          head,
          conflict: conflictOf(row, attempt),
          // The same content on top of the branch as it is now is a new proposal.
          openKey: null,
        };
  }

  async #followObject(row: ProposalRow): Promise<boolean> {
    const { store, clusters, now } = this.#options;
    this.#looked.delete(row.id);
    const live = liveOf(row, clusters.get(row.cluster));
    const time = new Date(now()).toISOString();
    const patch =
      row.operation === 'retire'
        ? retirementOf(row, live, time)
        : progressOf(row, live.object, time);
    const later = await this.#overtakenBy(row, live);
    if (later) {
      patch.supersededBy = later.id;
    }
    return Object.keys(patch).length > 0
      ? store.update(row.id, ['merged'], patch)
      : false;
  }

  /** The later proposal that the object in the cluster, or its absence, is by. */
  async #overtakenBy(
    row: ProposalRow,
    { known, object }: Live,
  ): Promise<ProposalRow | undefined> {
    const { store } = this.#options;
    const writer = object?.proposalId;
    if (writer !== undefined && writer !== row.id) {
      const other = await store.get(writer);
      const isLater =
        other?.mergedAt && row.mergedAt && other.mergedAt > row.mergedAt;
      return isLater ? other : undefined;
    }
    return known && !object && row.operation !== 'retire'
      ? store.retiredAfter(row)
      : undefined;
  }
}
