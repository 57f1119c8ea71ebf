import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PullRequest } from '../forge';
import type { ProposalRow } from './ProposalRow';
import type { ProposalStore } from './ProposalStore';
import type { OpenTarget } from './targets';

/** What following pull requests needs. */
export interface PullRequestFollowerOptions {
  store: Pick<ProposalStore, 'update'>;
  logger: LoggerService;
  now: () => number;
}

/** When a pull request is looked at next. */
interface Schedule {
  cluster: string;
  dueAt: number;
  failures: number;
}

/** A forge in trouble is asked ever less often, down to this. */
const MAX_WAIT_MS = 15 * 60_000;

/**
 * Notes what becomes of pull requests on a forge: asks at an interval, at once
 * when a webhook says so, and ever less often while the forge does not answer.
 */
export class PullRequestFollower {
  readonly #options: PullRequestFollowerOptions;
  readonly #schedules = new Map<number, Schedule>();

  constructor(options: PullRequestFollowerOptions) {
    this.#options = options;
  }

  /** Makes every open pull request of a cluster due. */
  hurry(cluster: string): void {
    for (const schedule of this.#schedules.values()) {
      if (schedule.cluster === cluster) schedule.dueAt = 0;
    }
  }

  /**
   * Looks at a proposal's pull request if it is time to. Never throws: one
   * forge in trouble must not keep others from being followed.
   *
   * @returns whether something was noted
   */
  async follow(
    row: ProposalRow,
    target: OpenTarget | undefined,
  ): Promise<boolean> {
    const { now, store, logger } = this.#options;
    const { id, cluster, prNumber } = row;
    const { dueAt, failures } = this.#schedules.get(id) ?? {
      dueAt: 0,
      failures: 0,
    };
    if (!target?.hosted || prNumber === null || now() < dueAt) {
      return false;
    }
    const pollMs = target.pollSeconds * 1000;
    try {
      const { forge, remote } = target.hosted;
      const found = await forge.pullRequests().get(prNumber);
      const patch = noted(row, found, new Date(now()).toISOString());
      if (patch.head || patch.state === 'merged') {
        await remote.fetch();
      }
      this.#schedules.set(id, { cluster, dueAt: now() + pollMs, failures: 0 });
      if (patch.state === 'merged' || patch.state === 'closed') {
        this.#schedules.delete(id);
      }
      return Object.keys(patch).length > 0
        ? await store.update(id, [row.state], patch)
        : false;
    } catch (error) {
      const wait = Math.min(MAX_WAIT_MS, pollMs * 2 ** failures);
      const next = { cluster, dueAt: now() + wait, failures: failures + 1 };
      this.#schedules.set(id, next);
      if (failures === 0) {
        const message = error instanceof Error ? error.message : String(error);
        logger.warn(`Proposal #${id} cannot be followed: ${message}`);
      }
      return false;
    }
  }
}

/** What a pull request says that is not noted yet. Pure. */
export function noted(
  row: ProposalRow,
  found: PullRequest,
  now: string,
): Partial<ProposalRow> {
  const by = found.by ? `${row.forge?.toLowerCase()}:${found.by}` : null;
  const at = found.at && !Number.isNaN(Date.parse(found.at)) ? found.at : now;
  const time = new Date(at).toISOString();
  const moved =
    found.head && found.head !== row.head ? { head: found.head } : {};
  switch (found.state) {
    case 'merged':
      return {
        ...moved,
        ...{ state: 'merged', openKey: null, conflict: null, prWaits: null },
        ...{ mergeCommit: found.mergeCommit ?? null, mergedBy: by },
        mergedAt: time,
      };
    case 'closed':
      return {
        ...{ state: 'closed', openKey: null, prWaits: null },
        ...{ closedAt: time, closedBy: by },
      };
    default:
      return { ...moved, ...changed(row, openPatch(row, found)) };
  }
}

function openPatch(row: ProposalRow, found: PullRequest): Partial<ProposalRow> {
  const prWaits = found.waits ?? null;
  return found.conflict
    ? {
        ...{ state: 'conflict', prWaits },
        conflict: `${row.path} was changed on ${row.targetBranch} and in this proposal in the same place, says ${row.forge}.`,
        // The same content on top of the branch as it is now is a new proposal.
        openKey: null,
      }
    : { state: 'proposed', conflict: null, prWaits };
}

function changed(
  row: ProposalRow,
  patch: Partial<ProposalRow>,
): Partial<ProposalRow> {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([key, value]) => row[key as keyof ProposalRow] !== value,
    ),
  );
}
