import { giteaApi, type PullRequest as GiteaPullRequest } from 'gitea-js';
import { ForgeError } from '../ForgeError';
import type {
  PullRequest,
  PullRequestOptions,
  PullRequests,
} from '../PullRequests';
import { refusal } from '../refusal';
import { stateOf, type ClientOptions } from './client';

const FORGE = 'Gitea';
const PAGE = 50;
/** Of a timeline; a longer one is not read to its end. */
const MOST_PAGES = 5;

/** Pull requests on Gitea and Forgejo, with the client generated from Gitea's own description. */
export function giteaPullRequests(
  options: Omit<ClientOptions, 'token'> &
    PullRequestOptions & {
      /** The whole header: a token, or a user's name and password. */
      authorization: () => Promise<string | undefined>;
    },
): PullRequests {
  const { owner, repo, reviewers, labels, draft } = options;
  // The client adds /api/v1 itself.
  const { repos } = giteaApi(options.apiBaseUrl.replace(/\/api\/v1$/, ''), {
    customFetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      const authorization = await options.authorization();
      if (authorization) headers.set('Authorization', authorization);
      return options.fetch(url, { ...init, headers });
    },
  });

  async function attempt<T>(what: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw toForgeError(`${what} in ${owner}/${repo}`, error);
    }
  }

  async function labelIds(): Promise<number[]> {
    if (labels.length === 0) return [];
    const { data } = await repos.issueListLabels(owner, repo, { limit: PAGE });
    return labels.map(name => {
      const id = data.find(label => label.name === name)?.id;
      if (id !== undefined) return id;
      throw new ForgeError(
        'Refused',
        `Gitea has no label "${name}" in ${owner}/${repo}, which monero.gitops.targets names. Create it there.`,
      );
    });
  }

  /** A pull request does not tell who closed it, but its timeline does. That is good to know, and no more. */
  async function closedBy(number: number): Promise<string | undefined> {
    let login: string | undefined;
    try {
      for (let page = 1; page <= MOST_PAGES; page++) {
        const { data } = await repos.issueGetCommentsAndTimeline(
          ...([owner, repo, number, { page, limit: PAGE }] as const),
        );
        // Oldest first; it may have been opened again in between.
        login = data.filter(isClosing).at(-1)?.user?.login ?? login;
        if (data.length < PAGE) break;
      }
    } catch {
      // The name stays unknown; that it is closed is what counts.
    }
    return login;
  }

  return {
    forge: FORGE,
    find: (branch, targetBranch) =>
      attempt('list pull requests', async () => {
        for (let page = 1; ; page++) {
          const { data } = await repos.repoListPullRequests(owner, repo, {
            ...{ state: 'open', page, limit: PAGE },
          });
          const found = data.find(
            ({ head, base }) =>
              head?.ref === branch && base?.ref === targetBranch,
          );
          if (found || data.length < PAGE) return found && toPullRequest(found);
        }
      }),
    create: ({ branch, targetBranch, title, body }) =>
      attempt('open a pull request', async () => {
        const { data } = await repos.repoCreatePullRequest(owner, repo, {
          ...{ head: branch, base: targetBranch, body },
          title: draft ? `WIP: ${title}` : title,
          labels: await labelIds(),
          reviewers: [...reviewers],
        });
        return toPullRequest(data);
      }),
    get: number =>
      attempt(`read pull request #${number}`, async () => {
        const { data } = await repos.repoGetPullRequest(owner, repo, number);
        const found = toPullRequest(data);
        return found.state === 'closed'
          ? { ...found, by: await closedBy(number) }
          : found;
      }),
    close: number =>
      attempt(`close pull request #${number}`, async () => {
        const state = 'closed';
        await repos.repoEditPullRequest(owner, repo, number, { state });
      }),
  };
}

function isClosing({ type }: { type?: string }): boolean {
  return type === 'close';
}

function toPullRequest(data: GiteaPullRequest): PullRequest {
  const { number, html_url: url } = data;
  if (!number || !url) {
    throw new ForgeError(
      'Unreachable',
      'Gitea answered with a pull request that has no number or address.',
    );
  }
  const open = data.state === 'open';
  const merged = data.merged === true;
  return {
    ...{ number, url },
    state: stateOf({ open, merged }),
    head: data.head?.sha,
    mergeCommit: merged ? data.merge_commit_sha : undefined,
    by: merged ? data.merged_by?.login : undefined,
    at: (merged ? data.merged_at : data.closed_at) ?? undefined,
    conflict: open && data.mergeable === false && data.draft !== true,
    waits: open && data.draft ? 'It is a draft.' : undefined,
  };
}

function toForgeError(what: string, error: unknown): ForgeError {
  if (error instanceof ForgeError) return error;
  const {
    status,
    headers,
    error: body,
  } = error as {
    status?: number;
    headers?: Headers;
    error?: unknown;
  };
  return refusal({
    ...{ forge: FORGE, what, status, headers, body },
    scope: 'write:repository (and write:issue for labels)',
    cause: error,
  });
}
