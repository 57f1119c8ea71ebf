import { setTimeout as sleep } from 'node:timers/promises';
import { Applier, kubectlApplier } from './applier';
import { readManifests } from './manifests';
import { gitRepository, Repository } from './repository';
import { afterAttempt, isDue, Memory, NOTHING_TRIED } from './schedule';
import type {
  AppliedState,
  GitOpsAgent,
  GitOpsAgentOptions,
  GitOpsEvent,
} from './types';

const POLL_MS = 1000;
const RESYNC_MS = 30_000;

/** What the agent works with; tests put others in place. */
export interface AgentDeps {
  repository: Repository;
  applier: Applier;
  now: () => number;
}

/**
 * Keeps a cluster at what a branch of a repository says, until the signal:
 * applies new commits within a second or so, compares again every half minute,
 * and tries again after failures. A repository that cannot be read, or that
 * holds nothing, changes nothing in the cluster.
 */
export function startGitOpsAgent(
  options: GitOpsAgentOptions,
  deps: AgentDeps = {
    repository: gitRepository(options.repository, options.branch),
    applier: kubectlApplier(options),
    now: Date.now,
  },
): GitOpsAgent {
  const state: AppliedState = {};
  return {
    lastApplied: () => ({ ...state }),
    done: follow(options, deps, state),
  };
}

async function follow(
  options: GitOpsAgentOptions,
  deps: AgentDeps,
  state: AppliedState,
): Promise<void> {
  const { signal, pollMs = POLL_MS, resyncMs = RESYNC_MS } = options;
  const report = createReporter(state, options.onEvent, deps.now);
  let memory: Memory = NOTHING_TRIED;
  let unreadable = 0;
  while (!signal.aborted) {
    let commit: string | undefined;
    try {
      commit = await deps.repository.head(signal);
      unreadable = 0;
      if (isDue(memory, commit, deps.now())) {
        const detail = await applyCommit(commit, options, deps);
        report({ type: 'applied', commit, detail });
        memory = afterAttempt(
          memory,
          { commit, succeeded: true, now: deps.now() },
          resyncMs,
        );
      }
    } catch (error) {
      if (signal.aborted) return;
      const detail = (error as Error).message;
      report({ type: 'failed', commit, detail });
      if (commit === undefined) {
        unreadable += 1;
      } else {
        memory = afterAttempt(
          memory,
          { commit, succeeded: false, now: deps.now() },
          resyncMs,
        );
      }
    }
    const pause = Math.min(pollMs * 2 ** unreadable, resyncMs);
    await sleep(pause, undefined, { signal }).catch(() => {});
  }
}

async function applyCommit(
  commit: string,
  { path, signal }: GitOpsAgentOptions,
  { repository, applier }: AgentDeps,
): Promise<string> {
  const files = await repository.read(commit, path, signal);
  const manifests = readManifests(files, path);
  await applier.apply(manifests, commit, signal);
  const count = [...manifests.foundations, ...manifests.members].reduce(
    (sum, file) => sum + file.objects.length,
    0,
  );
  return count === 1 ? '1 object' : `${count} objects`;
}

/** Keeps `state` and tells what is new: not the same failure again and again. */
function createReporter(
  state: AppliedState,
  onEvent: ((event: GitOpsEvent) => void) | undefined,
  now: () => number,
) {
  return (outcome: Pick<GitOpsEvent, 'type' | 'commit' | 'detail'>): void => {
    const at = new Date(now());
    const before = { ...state };
    if (outcome.type === 'applied') {
      state.commit = outcome.commit;
      state.time = at;
      state.error = undefined;
      if (before.commit === outcome.commit && !before.error) return;
    } else {
      state.error = outcome.detail;
      if (before.error === outcome.detail) return;
    }
    onEvent?.({ ...outcome, at });
  };
}
