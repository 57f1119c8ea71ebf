import { Octokit } from '@octokit/rest';
import { ForgeError } from '../ForgeError';
import type {
  NewPullRequest,
  PullRequest,
  PullRequestOptions,
  PullRequests,
} from '../PullRequests';
import { refusal } from '../refusal';
import { stateOf, type ClientOptions } from './client';

const FORGE = 'GitHub';

/** Errors come back as errors; the log is ours. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What `mergeable_state` means to whoever waits. */
const WAITS: Record<string, string> = {
  behind: 'Its branch is behind the target and must be updated first.',
  blocked: 'Waits for an approval or a check that the branch rules require.',
  draft: 'It is a draft.',
  unstable: 'Checks are running or have failed.',
};

/** Pull requests on GitHub and GitHub Enterprise, with GitHub's own client. */
export function githubPullRequests(
  options: ClientOptions & PullRequestOptions,
): PullRequests {
  const {
    apiBaseUrl: baseUrl,
    owner,
    repo,
    reviewers,
    labels,
    draft,
  } = options;
  const octokit = async () =>
    new Octokit({
      auth: await options.token(),
      baseUrl,
      request: { fetch: options.fetch },
      log: silent,
    });

  async function attempt<T>(
    what: string,
    run: (api: Octokit) => Promise<T>,
  ): Promise<T> {
    try {
      return await run(await octokit());
    } catch (error) {
      throw toForgeError(`${what} in ${owner}/${repo}`, error);
    }
  }

  return {
    forge: FORGE,
    find: (branch, base) =>
      attempt('list pull requests', async api => {
        const head = `${owner}:${branch}`;
        const { data } = await api.rest.pulls.list({
          ...{ owner, repo, head, base, state: 'open' },
        });
        return data[0] && toPullRequest(data[0]);
      }),
    create: request =>
      attempt('open a pull request', async api => {
        const { data } = await api.rest.pulls.create({
          ...{ owner, repo, draft },
          ...bodyOf(request),
        });
        const { number } = data;
        if (reviewers.length > 0) {
          await api.rest.pulls.requestReviewers({
            ...{ owner, repo, pull_number: number },
            reviewers: [...reviewers],
          });
        }
        if (labels.length > 0) {
          await api.rest.issues.addLabels({
            ...{ owner, repo, issue_number: number },
            labels: [...labels],
          });
        }
        return toPullRequest(data);
      }),
    get: number =>
      attempt(`read pull request #${number}`, async api => {
        const { data } = await api.rest.pulls.get({
          ...{ owner, repo, pull_number: number },
        });
        return toPullRequest(data);
      }),
    close: number =>
      attempt(`close pull request #${number}`, async api => {
        await api.rest.pulls.update({
          ...{ owner, repo, pull_number: number, state: 'closed' },
        });
      }),
  };
}

function bodyOf({ branch, targetBranch, title, body }: NewPullRequest) {
  return { head: branch, base: targetBranch, title, body };
}

interface GithubPullRequest {
  number: number;
  html_url: string;
  state: string;
  head: { sha: string };
  merged_at: string | null;
  closed_at: string | null;
  merge_commit_sha: string | null;
  merged_by?: { login: string } | null;
  mergeable_state?: string;
}

function toPullRequest(data: GithubPullRequest): PullRequest {
  const merged = data.merged_at !== null;
  const open = data.state === 'open';
  return {
    number: data.number,
    url: data.html_url,
    state: stateOf({ open, merged }),
    head: data.head.sha,
    mergeCommit: merged ? data.merge_commit_sha ?? undefined : undefined,
    by: data.merged_by?.login,
    at: data.merged_at ?? data.closed_at ?? undefined,
    conflict: open && data.mergeable_state === 'dirty',
    waits: open ? WAITS[data.mergeable_state ?? ''] : undefined,
  };
}

function toForgeError(what: string, error: unknown): ForgeError {
  if (error instanceof ForgeError) return error;
  // Octokit wraps what its fetch threw.
  if (error instanceof Error && error.cause instanceof ForgeError) {
    return error.cause;
  }
  const { status, response } = error as {
    status?: number;
    response?: { headers?: Record<string, unknown>; data?: unknown };
  };
  return refusal({
    ...{ forge: FORGE, what, status },
    headers: response?.headers,
    body: response?.data,
    scope: 'repo (or, for an app, the permission pull_requests: write)',
    cause: error,
  });
}
