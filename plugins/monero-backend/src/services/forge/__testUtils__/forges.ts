import type { ForgeCase } from './answering';

/**
 * Shapes from the forges' public API documentation, cut down to the fields
 * that stand in it for a pull request.
 */

const at = '2026-03-01T12:00:00Z';
const head = 'a'.repeat(40);
const mergeCommit = 'c'.repeat(40);

const github: ForgeCase = {
  repository: 'https://github.com/acme/gitops',
  integrations: { github: [{ host: 'github.com', token: 'ghp_portal' }] },
  api: 'https://api.github.com',
  paths: {
    list: '/repos/acme/gitops/pulls',
    create: '/repos/acme/gitops/pulls',
    one: '/repos/acme/gitops/pulls/12',
    close: ['patch', '/repos/acme/gitops/pulls/12'],
  },
  open: {
    number: 12,
    html_url: 'https://github.com/acme/gitops/pull/12',
    state: 'open',
    draft: false,
    head: { ref: 'monero/x', sha: head },
    base: { ref: 'main' },
    merged_at: null,
    closed_at: null,
    merge_commit_sha: null,
    mergeable_state: 'blocked',
  },
  merged: {
    number: 12,
    html_url: 'https://github.com/acme/gitops/pull/12',
    state: 'closed',
    head: { ref: 'monero/x', sha: head },
    merged_at: at,
    closed_at: at,
    merged_by: { login: 'octocat' },
    merge_commit_sha: mergeCommit,
  },
  listed: item => [item],
  missingScope: {
    status: 403,
    headers: { 'X-Accepted-OAuth-Scopes': 'repo', 'X-OAuth-Scopes': 'gist' },
    body: { message: 'Resource not accessible by personal access token' },
  },
  exists: {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ message: 'A pull request already exists for acme:monero/x.' }],
    },
  },
};

const gitlab: ForgeCase = {
  repository: 'https://gitlab.com/acme/infra/gitops',
  integrations: { gitlab: [{ host: 'gitlab.com', token: 'glpat-portal' }] },
  api: 'https://gitlab.com/api/v4',
  paths: {
    list: '/projects/acme%2Finfra%2Fgitops/merge_requests',
    create: '/projects/acme%2Finfra%2Fgitops/merge_requests',
    one: '/projects/acme%2Finfra%2Fgitops/merge_requests/12',
    close: ['put', '/projects/acme%2Finfra%2Fgitops/merge_requests/12'],
  },
  open: {
    iid: 12,
    web_url: 'https://gitlab.com/acme/infra/gitops/-/merge_requests/12',
    state: 'opened',
    sha: head,
    has_conflicts: false,
    detailed_merge_status: 'not_approved',
    merge_commit_sha: null,
    squash_commit_sha: null,
    merged_at: null,
    closed_at: null,
    merged_by: null,
    closed_by: null,
  },
  merged: {
    iid: 12,
    web_url: 'https://gitlab.com/acme/infra/gitops/-/merge_requests/12',
    state: 'merged',
    sha: head,
    has_conflicts: false,
    detailed_merge_status: 'not_open',
    merge_commit_sha: mergeCommit,
    squash_commit_sha: null,
    merged_at: at,
    merged_by: { username: 'octocat' },
    closed_at: null,
    closed_by: null,
  },
  listed: item => [item],
  missingScope: {
    status: 403,
    headers: {
      'WWW-Authenticate':
        'Bearer realm="Protected by OAuth 2.0", error="insufficient_scope", scope="api"',
    },
    body: {
      error: 'insufficient_scope',
      error_description:
        'The request requires higher privileges than provided by the access token.',
      scope: 'api',
    },
  },
  exists: {
    status: 409,
    body: {
      message: [
        'Another open merge request already exists for this source branch: !12',
      ],
    },
  },
  extra: [['/users', [{ id: 7, username: 'mo' }]]],
};

const gitea: ForgeCase = {
  repository: 'https://gitea.example.com/acme/gitops',
  integrations: {
    gitea: [
      { host: 'gitea.example.com', username: 'portal', password: 'secret' },
    ],
  },
  api: 'https://gitea.example.com/api/v1',
  paths: {
    list: '/repos/acme/gitops/pulls',
    create: '/repos/acme/gitops/pulls',
    one: '/repos/acme/gitops/pulls/12',
    close: ['patch', '/repos/acme/gitops/pulls/12'],
  },
  open: {
    number: 12,
    html_url: 'https://gitea.example.com/acme/gitops/pulls/12',
    state: 'open',
    merged: false,
    mergeable: true,
    draft: true,
    head: { ref: 'monero/x', sha: head },
    base: { ref: 'main' },
  },
  merged: {
    number: 12,
    html_url: 'https://gitea.example.com/acme/gitops/pulls/12',
    state: 'closed',
    merged: true,
    merged_at: at,
    merged_by: { login: 'octocat' },
    merge_commit_sha: mergeCommit,
    head: { ref: 'monero/x', sha: head },
    base: { ref: 'main' },
  },
  listed: item => [item],
  missingScope: {
    status: 403,
    body: {
      message:
        'token does not have at least one of required scope(s), required=[write:repository], token scope=read:repository',
    },
  },
  exists: {
    status: 409,
    body: { message: 'pull request already exists for these targets' },
  },
  extra: [['/repos/acme/gitops/labels', [{ id: 3, name: 'monero' }]]],
};

const bitbucketCloud: ForgeCase = {
  repository: 'https://bitbucket.org/acme/gitops',
  integrations: {
    bitbucketCloud: [{ username: 'portal', appPassword: 'secret' }],
  },
  api: 'https://api.bitbucket.org/2.0',
  paths: {
    list: '/repositories/acme/gitops/pullrequests',
    create: '/repositories/acme/gitops/pullrequests',
    one: '/repositories/acme/gitops/pullrequests/12',
    close: ['post', '/repositories/acme/gitops/pullrequests/12/decline'],
  },
  open: {
    type: 'pullrequest',
    id: 12,
    state: 'OPEN',
    draft: true,
    links: {
      html: { href: 'https://bitbucket.org/acme/gitops/pull-requests/12' },
    },
    source: { branch: { name: 'monero/x' }, commit: { hash: head } },
    destination: { branch: { name: 'main' } },
    merge_commit: null,
    closed_by: null,
    updated_on: at,
  },
  merged: {
    type: 'pullrequest',
    id: 12,
    state: 'MERGED',
    links: {
      html: { href: 'https://bitbucket.org/acme/gitops/pull-requests/12' },
    },
    source: { branch: { name: 'monero/x' }, commit: { hash: head } },
    merge_commit: { hash: mergeCommit },
    closed_by: { nickname: 'octocat' },
    updated_on: at,
  },
  listed: item => ({ pagelen: 10, values: [item] }),
  missingScope: {
    status: 403,
    body: {
      type: 'error',
      error: {
        message: 'Your credentials lack one or more required privilege scopes.',
        detail: { granted: ['repository'], required: ['pullrequest:write'] },
      },
    },
  },
  exists: {
    status: 400,
    body: {
      type: 'error',
      error: { message: 'There is already a pull request for this branch.' },
    },
  },
};

const bitbucketServer: ForgeCase = {
  repository: 'https://bitbucket.example.com/projects/ACME/repos/gitops',
  integrations: {
    bitbucketServer: [
      {
        host: 'bitbucket.example.com',
        apiBaseUrl: 'https://bitbucket.example.com/rest/api/1.0',
        token: 'portal',
      },
    ],
  },
  api: 'https://bitbucket.example.com/rest/api/latest',
  paths: {
    list: '/projects/ACME/repos/gitops/pull-requests',
    create: '/projects/ACME/repos/gitops/pull-requests',
    one: '/projects/ACME/repos/gitops/pull-requests/12',
    close: ['post', '/projects/ACME/repos/gitops/pull-requests/12/decline'],
  },
  open: {
    id: 12,
    version: 3,
    state: 'OPEN',
    draft: true,
    links: {
      self: [
        {
          href: 'https://bitbucket.example.com/projects/ACME/repos/gitops/pull-requests/12',
        },
      ],
    },
    fromRef: { displayId: 'monero/x', latestCommit: head },
    toRef: { displayId: 'main' },
  },
  merged: {
    id: 12,
    version: 4,
    state: 'MERGED',
    closedDate: Date.parse(at),
    links: {
      self: [
        {
          href: 'https://bitbucket.example.com/projects/ACME/repos/gitops/pull-requests/12',
        },
      ],
    },
    fromRef: { displayId: 'monero/x', latestCommit: head },
    toRef: { displayId: 'main' },
    properties: { mergeCommit: { id: mergeCommit } },
  },
  listed: item => ({ isLastPage: true, values: [item] }),
  missingScope: {
    status: 403,
    body: {
      errors: [
        {
          message:
            'You are not permitted to access this resource; it takes REPO_WRITE',
          exceptionName: 'com.atlassian.bitbucket.AuthorisationException',
        },
      ],
    },
  },
  exists: {
    status: 409,
    body: {
      errors: [
        {
          message:
            'Only one pull request may be open for a given source and target branch',
          exceptionName:
            'com.atlassian.bitbucket.pull.DuplicatePullRequestException',
        },
      ],
    },
  },
};

const selfManagedGithub: ForgeCase = {
  ...github,
  repository: 'https://ghe.example.com/acme/gitops',
  integrations: {
    github: [
      {
        host: 'ghe.example.com',
        apiBaseUrl: 'https://ghe.example.com/api/v3',
        token: 'ghp_portal',
      },
    ],
  },
  api: 'https://ghe.example.com/api/v3',
};

const selfManagedGitlab: ForgeCase = {
  ...gitlab,
  repository: 'https://git.example.com/acme/infra/gitops',
  integrations: {
    gitlab: [
      {
        host: 'git.example.com',
        apiBaseUrl: 'https://git.example.com/api/v4',
        baseUrl: 'https://git.example.com',
        token: 'glpat-portal',
      },
    ],
  },
  api: 'https://git.example.com/api/v4',
};

const forgejoBelowAPath: ForgeCase = {
  ...gitea,
  repository: 'https://forge.example.com/acme/gitops',
  integrations: {
    gitea: [
      {
        host: 'forge.example.com',
        baseUrl: 'https://forge.example.com',
        password: 'token-alone',
      },
    ],
  },
  api: 'https://forge.example.com/api/v1',
};

/** Every forge whose API is spoken by fetch, self-managed ones too. */
export const FORGES: Record<string, ForgeCase> = {
  GitHub: github,
  'GitHub Enterprise': selfManagedGithub,
  GitLab: gitlab,
  'self-managed GitLab': selfManagedGitlab,
  Gitea: gitea,
  Forgejo: forgejoBelowAPath,
  'Bitbucket Cloud': bitbucketCloud,
  'Bitbucket Data Center': bitbucketServer,
};

/** A commit that every case has. */
export const COMMITS = { head, mergeCommit, at };
