import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { connectForge } from './connectForge';

const ORGANIZATION = 'https://dev.azure.com/acme';
const PULLS = `${ORGANIZATION}/infra/_apis/git/repositories/gitops/pullRequests`;

/** What the client asks first: where which resource is, by its id. */
const RESOURCES = [
  {
    id: '9946fd70-0d40-406e-b686-b4744cbbcc37',
    area: 'git',
    resourceName: 'pullRequests',
    routeTemplate:
      '{project}/_apis/{area}/repositories/{repositoryId}/{resource}/{pullRequestId}',
    ...{ resourceVersion: 1, minVersion: '1.0', maxVersion: '7.2' },
    releasedVersion: '7.1',
  },
];

/** Where the list of areas is, which is empty where all are on one host. */
const RESOURCE_AREAS = {
  id: 'e81700f7-3be2-46de-8624-2eb35882fcaa',
  area: 'Location',
  resourceName: 'ResourceAreas',
  routeTemplate: '_apis/{resource}/{areaId}',
  ...{ resourceVersion: 1, minVersion: '1.0', maxVersion: '7.2' },
  releasedVersion: '0.0',
};

const open = {
  pullRequestId: 12,
  status: 'active',
  mergeStatus: 'conflicts',
  isDraft: false,
  lastMergeSourceCommit: { commitId: 'a'.repeat(40) },
};
const merged = {
  pullRequestId: 12,
  status: 'completed',
  closedDate: '2026-03-01T12:00:00Z',
  closedBy: { uniqueName: 'octocat@example.com' },
  lastMergeCommit: { commitId: 'c'.repeat(40) },
  lastMergeSourceCommit: { commitId: 'a'.repeat(40) },
};

describe('pull requests on Azure DevOps', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  jest.setTimeout(30_000);

  const client = (userToken?: string) =>
    connectForge(
      `${ORGANIZATION}/infra/_git/gitops`,
      ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: {
            azure: [
              {
                host: 'dev.azure.com',
                credentials: [{ personalAccessToken: 'portal' }],
              },
            ],
          },
        }),
      ),
      { reviewers: ['id-of-mo'], labels: ['monero'], draft: true },
    ).pullRequests(userToken);

  beforeEach(() => {
    server.use(
      http.options(`${ORGANIZATION}/_apis/Location`, () =>
        HttpResponse.json({ count: 1, value: [RESOURCE_AREAS] }),
      ),
      http.options(`${ORGANIZATION}/_apis/git`, () =>
        HttpResponse.json({ count: RESOURCES.length, value: RESOURCES }),
      ),
      http.get(`${ORGANIZATION}/_apis/ResourceAreas`, () =>
        HttpResponse.json({ count: 0, value: [] }),
      ),
    );
  });

  it('are opened with branches, reviewers, labels and as a draft', async () => {
    const bodies: unknown[] = [];
    const tokens: (string | null)[] = [];
    server.use(
      http.post(PULLS, async ({ request }) => {
        tokens.push(request.headers.get('authorization'));
        bodies.push(await request.json());
        return HttpResponse.json(open, { status: 201 });
      }),
    );
    const request = {
      branch: 'monero/x',
      targetBranch: 'main',
      title: 'Add web',
      body: 'Creates web.',
    };
    expect(await client().create(request)).toEqual({
      number: 12,
      url: `${ORGANIZATION}/infra/_git/gitops/pullrequest/12`,
      state: 'open',
      head: 'a'.repeat(40),
      conflict: true,
    });
    await client('users-own').create(request);
    expect(bodies[0]).toMatchObject({
      title: 'Add web',
      sourceRefName: 'refs/heads/monero/x',
      targetRefName: 'refs/heads/main',
      isDraft: true,
      reviewers: [{ id: 'id-of-mo' }],
      labels: [{ name: 'monero' }],
    });
    expect(tokens[0]).toMatch(/^Basic /);
    expect(tokens[1]).toBe('Bearer users-own');
  });

  it('are found, read and abandoned', async () => {
    const patched: unknown[] = [];
    server.use(
      http.get(PULLS, () => HttpResponse.json({ count: 1, value: [open] })),
      http.get(`${PULLS}/12`, () => HttpResponse.json(merged)),
      http.patch(`${PULLS}/12`, async ({ request }) => {
        patched.push(await request.json());
        return HttpResponse.json(merged);
      }),
    );
    expect(await client().find('monero/x', 'main')).toMatchObject({
      number: 12,
    });
    expect(await client().get(12)).toMatchObject({
      state: 'merged',
      mergeCommit: 'c'.repeat(40),
      by: 'octocat@example.com',
      at: '2026-03-01T12:00:00.000Z',
    });
    await client().close(12);
    expect(patched).toEqual([{ status: 2 }]);
  });

  it.each([
    [
      403,
      {
        message:
          "TF401027: You need the Git 'PullRequestContribute' permission",
      },
      'MissingScope',
      'lacks the scope vso.code_write',
    ],
    [401, { message: 'no' }, 'Unauthorized', 'does not accept the token'],
    [
      409,
      { message: 'TF401179: An active pull request already exists.' },
      'Conflict',
      'already',
    ],
  ])('answer %i in words', async (status, body, code, words) => {
    server.use(http.post(PULLS, () => HttpResponse.json(body, { status })));
    const request = { branch: 'x', targetBranch: 'main', title: '', body: '' };
    await expect(client().create(request)).rejects.toMatchObject({
      name: 'ForgeError',
      code,
      message: expect.stringContaining(words),
    });
  });
});
