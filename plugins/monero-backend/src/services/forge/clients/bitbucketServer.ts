import { createBitbucketServerClient } from '@coderabbitai/bitbucket/server';
import { ForgeError } from '../ForgeError';
import type { PullRequest, PullRequests } from '../PullRequests';
import {
  attemptsIn,
  BITBUCKET,
  requestsOf,
  type BitbucketOptions,
} from './bitbucket';
import { stateOf } from './client';

const ALL =
  '/api/latest/projects/{projectKey}/repos/{repositorySlug}/pull-requests';
const ONE = `${ALL}/{pullRequestId}` as const;

/** Pull requests on Bitbucket Data Center, which has no labels. */
export function bitbucketServerPullRequests(
  options: BitbucketOptions,
): PullRequests {
  const { owner, repo: repositorySlug, reviewers, draft } = options;
  // A personal repository is in project ~USER.
  const path = { projectKey: owner, repositorySlug };
  const api = createBitbucketServerClient(requestsOf(options));

  const attempt = attemptsIn({
    repository: `${owner}/${repositorySlug}`,
    scope: 'REPO_WRITE',
  });

  const pullRequest = async (number: number) =>
    attempt(
      `read pull request #${number}`,
      api.GET(ONE, {
        params: { path: { ...path, pullRequestId: String(number) } },
      }),
    );

  return {
    forge: BITBUCKET,
    async find(branch, targetBranch) {
      const found = await attempt(
        'list pull requests',
        api.GET(ALL, {
          params: {
            path,
            query: {
              state: 'OPEN',
              direction: 'OUTGOING',
              at: `refs/heads/${branch}`,
            },
          },
        }),
      );
      const { values = [] } = found as { values?: ServerPullRequest[] };
      const match = values.find(
        ({ toRef }) => toRef?.displayId === targetBranch,
      );
      return match && toPullRequest(match);
    },
    async create({ branch, targetBranch, title, body }) {
      const created = await attempt(
        'open a pull request',
        api.POST(ALL, {
          params: { path },
          // The description of the API asks for what only the server can know.
          body: {
            ...{ title, description: body, draft },
            fromRef: { id: `refs/heads/${branch}` },
            toRef: { id: `refs/heads/${targetBranch}` },
            reviewers: reviewers.map(name => ({ user: { name } })),
          } as never,
        }),
      );
      return toPullRequest(created);
    },
    get: async number => toPullRequest(await pullRequest(number)),
    async close(number) {
      const { version = 0 } = (await pullRequest(number)) as ServerPullRequest;
      await attempt(
        `decline pull request #${number}`,
        api.POST(`${ONE}/decline`, {
          params: {
            path: { ...path, pullRequestId: String(number) },
            query: { version: String(version) },
          },
          body: { version } as never,
        }),
      );
    },
  };
}

interface ServerPullRequest {
  id?: number;
  version?: number;
  state?: string;
  draft?: boolean;
  closedDate?: number;
  links?: { self?: { href?: string }[] };
  fromRef?: { latestCommit?: string };
  toRef?: { displayId?: string };
  properties?: {
    mergeCommit?: { id?: string };
    mergeResult?: { outcome?: string };
  };
}

function toPullRequest(raw: unknown): PullRequest {
  const data = raw as ServerPullRequest;
  const url = data.links?.self?.[0]?.href;
  if (!data.id || !url) {
    throw new ForgeError(
      'Unreachable',
      'Bitbucket answered with a pull request that has no id or address.',
    );
  }
  const open = data.state === 'OPEN';
  const merged = data.state === 'MERGED';
  return {
    ...{ number: data.id, url },
    state: stateOf({ open, merged }),
    head: data.fromRef?.latestCommit,
    mergeCommit: merged ? data.properties?.mergeCommit?.id : undefined,
    at: data.closedDate ? new Date(data.closedDate).toISOString() : undefined,
    conflict: open && data.properties?.mergeResult?.outcome === 'CONFLICTED',
    waits: open && data.draft ? 'It is a draft.' : undefined,
  };
}
