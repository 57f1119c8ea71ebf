import {
  WebApi,
  getBearerHandler,
  getPersonalAccessTokenHandler,
} from 'azure-devops-node-api';
import {
  PullRequestAsyncStatus,
  PullRequestStatus,
  type GitPullRequest,
} from 'azure-devops-node-api/interfaces/GitInterfaces';
import { ForgeError } from '../ForgeError';
import type {
  PullRequest,
  PullRequestOptions,
  PullRequests,
} from '../PullRequests';
import { refusal } from '../refusal';
import { stateOf } from './client';
import type { Repository } from '../repositoryOf';

const FORGE = 'Azure DevOps';
const TIMEOUT_MS = 20_000;

/** Pull requests on Azure DevOps, with Microsoft's own client. Reviewers are identity ids. */
export function azurePullRequests(
  options: Repository &
    PullRequestOptions & {
      credentials: () => Promise<
        { type: 'bearer' | 'pat'; token: string } | undefined
      >;
    },
): PullRequests {
  const {
    owner: project,
    repo,
    organizationUrl,
    reviewers,
    labels,
    draft,
  } = options;

  async function attempt<T>(
    what: string,
    run: (api: Awaited<ReturnType<WebApi['getGitApi']>>) => Promise<T>,
  ): Promise<T> {
    const found = await options.credentials();
    const handler =
      found?.type === 'bearer'
        ? getBearerHandler(found.token)
        : getPersonalAccessTokenHandler(found?.token ?? '');
    const api = new WebApi(organizationUrl, handler, {
      socketTimeout: TIMEOUT_MS,
      // Waits as it is asked to when there are too many requests.
      allowRetries: true,
      maxRetries: 3,
    });
    try {
      return await run(await api.getGitApi());
    } catch (error) {
      throw toForgeError(`${what} in ${project}/${repo}`, error);
    }
  }

  const toPullRequest = (data: GitPullRequest) =>
    pullRequestOf(data, options.url);
  return {
    forge: FORGE,
    find: (branch, targetBranch) =>
      attempt('list pull requests', async api => {
        const [found] = await api.getPullRequests(
          repo,
          {
            sourceRefName: `refs/heads/${branch}`,
            targetRefName: `refs/heads/${targetBranch}`,
            status: PullRequestStatus.Active,
          },
          project,
        );
        return found && toPullRequest(found);
      }),
    create: ({ branch, targetBranch, title, body }) =>
      attempt('open a pull request', async api =>
        toPullRequest(
          await api.createPullRequest(
            {
              ...{ title, isDraft: draft },
              // Azure DevOps takes no longer ones.
              description: body.slice(0, 4000),
              sourceRefName: `refs/heads/${branch}`,
              targetRefName: `refs/heads/${targetBranch}`,
              reviewers: reviewers.map(id => ({ id })),
              labels: labels.map(name => ({ name })),
            },
            repo,
            project,
          ),
        ),
      ),
    get: number =>
      attempt(`read pull request ${number}`, async api =>
        toPullRequest(await api.getPullRequest(repo, number, project)),
      ),
    close: number =>
      attempt(`abandon pull request ${number}`, async api => {
        const status = PullRequestStatus.Abandoned;
        await api.updatePullRequest({ status }, repo, number, project);
      }),
  };
}

function pullRequestOf(
  data: GitPullRequest,
  repositoryUrl: string,
): PullRequest {
  const number = data?.pullRequestId;
  if (!number) {
    // The client answers null for 404.
    throw new ForgeError(
      'NotFound',
      'Azure DevOps has no such pull request, or the token may not see it.',
    );
  }
  const open = data.status === PullRequestStatus.Active;
  const merged = data.status === PullRequestStatus.Completed;
  return {
    number,
    url: `${repositoryUrl}/pullrequest/${number}`,
    state: stateOf({ open, merged }),
    head: data.lastMergeSourceCommit?.commitId,
    mergeCommit: merged ? data.lastMergeCommit?.commitId : undefined,
    by: data.closedBy?.uniqueName,
    at: data.closedDate ? new Date(data.closedDate).toISOString() : undefined,
    conflict: open && data.mergeStatus === PullRequestAsyncStatus.Conflicts,
    waits: open && data.isDraft ? 'It is a draft.' : undefined,
  };
}

function toForgeError(what: string, error: unknown): ForgeError {
  if (error instanceof ForgeError) return error;
  const { statusCode, message } = error as {
    statusCode?: number;
    message?: string;
  };
  // Without a valid token Azure DevOps answers with the page of its sign-in.
  const status = statusCode === 203 || statusCode === 302 ? 401 : statusCode;
  const exists = /TF401179/.test(message ?? '');
  return refusal({
    ...{ forge: FORGE, what, status: exists ? 409 : status },
    body: message,
    scope: 'vso.code_write',
    cause: error,
  });
}
