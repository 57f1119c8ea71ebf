import { Gitlab, GitbeakerRequestError } from '@gitbeaker/rest';
import { ForgeError } from '../ForgeError';
import type {
  PullRequest,
  PullRequestOptions,
  PullRequests,
} from '../PullRequests';
import { refusal } from '../refusal';
import { stateOf, type ClientOptions } from './client';

const FORGE = 'GitLab';
const TIMEOUT_MS = 20_000;

/** What `detailed_merge_status` means to whoever waits. */
const WAITS: Record<string, string> = {
  blocked_status: 'Another merge request blocks it.',
  ci_must_pass: 'Its pipeline must pass first.',
  ci_still_running: 'Its pipeline is still running.',
  discussions_not_resolved: 'Discussions are not resolved.',
  draft_status: 'It is a draft.',
  external_status_checks: 'Status checks must pass first.',
  not_approved: 'Waits for an approval.',
  policies_denied: 'A policy forbids it.',
  requested_changes: 'A reviewer asks for changes.',
};

/** Merge requests on GitLab, self-managed too, with gitbeaker. */
export function gitlabMergeRequests(
  options: Omit<ClientOptions, 'fetch'> &
    PullRequestOptions & {
      /** The token is a user's OAuth token, not a personal or project one. */
      oauth?: boolean;
    },
): PullRequests {
  const { owner, repo, reviewers, labels, draft } = options;
  const project = `${owner}/${repo}`;
  const client = async () => {
    const token = (await options.token()) ?? '';
    return new Gitlab({
      // gitbeaker adds /api/v4 itself, and tries 429 again by itself, ten times, waiting longer each time.
      host: options.apiBaseUrl.replace(/\/api\/v4$/, ''),
      queryTimeout: TIMEOUT_MS,
      ...(options.oauth ? { oauthToken: token } : { token }),
    });
  };

  async function attempt<T>(
    what: string,
    run: (api: InstanceType<typeof Gitlab<false>>) => Promise<T>,
  ): Promise<T> {
    try {
      return await run(await client());
    } catch (error) {
      throw await toForgeError(`${what} in ${project}`, error);
    }
  }

  return {
    forge: FORGE,
    find: (sourceBranch, targetBranch) =>
      attempt('list merge requests', async api => {
        const [found] = await api.MergeRequests.all({
          projectId: project,
          ...{ sourceBranch, targetBranch, state: 'opened' },
          ...{ perPage: 1, maxPages: 1 },
        });
        return found && toPullRequest(found);
      }),
    create: ({ branch, targetBranch, title, body }) =>
      attempt('open a merge request', async api => {
        const ids = await Promise.all(
          reviewers.map(async username => {
            const [user] = await api.Users.all({ username });
            if (user) return user.id;
            throw new ForgeError(
              'Refused',
              `GitLab knows no user "${username}", whom monero.gitops.targets names as a reviewer.`,
            );
          }),
        );
        const created = await api.MergeRequests.create(
          project,
          branch,
          targetBranch,
          draft ? `Draft: ${title}` : title,
          {
            description: body,
            ...(labels.length > 0 && { labels: labels.join(',') }),
            ...(ids.length > 0 && { reviewerIds: ids }),
          },
        );
        return toPullRequest(created);
      }),
    get: number =>
      attempt(`read merge request !${number}`, async api =>
        toPullRequest(await api.MergeRequests.show(project, number)),
      ),
    close: number =>
      attempt(`close merge request !${number}`, async api => {
        await api.MergeRequests.edit(project, number, { stateEvent: 'close' });
      }),
  };
}

interface GitlabMergeRequest {
  iid: number;
  web_url: string;
  state: string;
  sha: string | null;
  merge_commit_sha: string | null;
  squash_commit_sha: string | null;
  merged_at: string | null;
  closed_at: string | null;
  merged_by: { username: string } | null;
  closed_by: { username: string } | null;
  has_conflicts: boolean;
  detailed_merge_status: string;
}

function toPullRequest(raw: unknown): PullRequest {
  // Types of the client are generated with more than the API promises.
  const data = raw as GitlabMergeRequest;
  const open = data.state === 'opened' || data.state === 'locked';
  const merged = data.state === 'merged';
  return {
    number: data.iid,
    url: data.web_url,
    state: stateOf({ open, merged }),
    head: data.sha ?? undefined,
    mergeCommit: merged
      ? data.merge_commit_sha ?? data.squash_commit_sha ?? data.sha ?? undefined
      : undefined,
    by: (merged ? data.merged_by : data.closed_by)?.username,
    at: (merged ? data.merged_at : data.closed_at) ?? undefined,
    conflict: open && data.has_conflicts,
    waits: open ? WAITS[data.detailed_merge_status] : undefined,
  };
}

async function toForgeError(what: string, error: unknown): Promise<ForgeError> {
  if (error instanceof ForgeError) return error;
  const scope = 'api';
  if (error instanceof GitbeakerRequestError && error.cause) {
    const { response, description } = error.cause;
    const { status, headers } = response;
    const body = { message: description, ...scopeOf(response) };
    return refusal({
      ...{ forge: FORGE, what, status, headers, body, scope },
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/rate limit|429|retry/i.test(message)) {
    return new ForgeError(
      'RateLimited',
      `GitLab takes no more requests for now (rate limit). Try again in a minute.`,
      { cause: error },
    );
  }
  return new ForgeError(
    'Unreachable',
    `GitLab did not answer when asked to ${what}: ${message.split('\n')[0]}`,
    { cause: error },
  );
}

/** `WWW-Authenticate: Bearer realm=..., error="insufficient_scope", scope="api"`. */
function scopeOf({ headers }: Response): { scope?: string } {
  const challenge = headers.get('www-authenticate') ?? '';
  const scope = /scope="([^"]+)"/.exec(challenge)?.[1];
  return scope ? { scope } : {};
}
