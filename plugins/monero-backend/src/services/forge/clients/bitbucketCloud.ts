import { createBitbucketCloudClient } from '@coderabbitai/bitbucket/cloud';
import { ForgeError } from '../ForgeError';
import type { PullRequest, PullRequests } from '../PullRequests';
import {
  attemptsIn,
  BITBUCKET,
  requestsOf,
  type BitbucketOptions,
} from './bitbucket';
import { stateOf } from './client';

/** Pull requests on Bitbucket Cloud, which has no labels. Reviewers are account ids or UUIDs. */
export function bitbucketCloudPullRequests(
  options: BitbucketOptions,
): PullRequests {
  const { owner: workspace, repo: repo_slug, reviewers, draft } = options;
  const path = { workspace, repo_slug };
  const api = createBitbucketCloudClient(requestsOf(options));

  const attempt = attemptsIn({
    repository: `${workspace}/${repo_slug}`,
    scope: 'pullrequest:write',
    // A conflict is a bad request there.
    statusOf: status => (status === 400 ? 409 : status),
  });

  const ONE =
    '/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}';
  return {
    forge: BITBUCKET,
    async find(branch, targetBranch) {
      const quoted = (text: string) => `"${text.replace(/["\\]/g, '')}"`;
      const q = `source.branch.name=${quoted(
        branch,
      )} AND destination.branch.name=${quoted(targetBranch)} AND state="OPEN"`;
      const found = await attempt(
        'list pull requests',
        api.GET('/repositories/{workspace}/{repo_slug}/pullrequests', {
          params: { path, query: { q } as object },
        }),
      );
      const first = (found as { values?: unknown[] }).values?.[0];
      return first === undefined ? undefined : toPullRequest(first);
    },
    async create({ branch, targetBranch, title, body }) {
      const request = {
        ...{ title, description: body, draft },
        source: { branch: { name: branch } },
        destination: { branch: { name: targetBranch } },
        close_source_branch: true,
        reviewers: reviewers.map(id =>
          id.startsWith('{') ? { uuid: id } : { account_id: id },
        ),
      };
      const created = await attempt(
        'open a pull request',
        api.POST('/repositories/{workspace}/{repo_slug}/pullrequests', {
          params: { path },
          // The description of the API asks for what only the server can know.
          body: request as never,
        }),
      );
      return toPullRequest(created);
    },
    async get(number) {
      return toPullRequest(
        await attempt(
          `read pull request #${number}`,
          api.GET(ONE, {
            params: { path: { ...path, pull_request_id: number } },
          }),
        ),
      );
    },
    async close(number) {
      await attempt(
        `decline pull request #${number}`,
        api.POST(`${ONE}/decline`, {
          params: { path: { ...path, pull_request_id: number } },
        }),
      );
    },
  };
}

interface CloudPullRequest {
  id?: number;
  state?: string;
  links?: { html?: { href?: string } };
  source?: { commit?: { hash?: string } };
  merge_commit?: { hash?: string } | null;
  closed_by?: { nickname?: string; display_name?: string } | null;
  updated_on?: string;
  draft?: boolean;
}

function toPullRequest(raw: unknown): PullRequest {
  const data = raw as CloudPullRequest;
  const url = data.links?.html?.href;
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
    head: data.source?.commit?.hash,
    mergeCommit: merged ? data.merge_commit?.hash : undefined,
    by: data.closed_by?.nickname ?? data.closed_by?.display_name,
    at: open ? undefined : data.updated_on,
    waits: open && data.draft ? 'It is a draft.' : undefined,
  };
}
