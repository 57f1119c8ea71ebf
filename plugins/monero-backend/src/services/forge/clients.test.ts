import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { COMMITS, FORGES } from './__testUtils__/forges';
import { answering, clientOf } from './__testUtils__/answering';

const server = setupServer();
const request = {
  branch: 'monero/x',
  targetBranch: 'main',
  title: 'Add web',
  body: 'Creates **web**.',
};

describe.each(Object.entries(FORGES))('pull requests on %s', (_, forge) => {
  registerMswTestHooks(server);
  jest.setTimeout(30_000);

  it('are opened with title, text and branches, as the portal', async () => {
    const { asked, handlers } = answering(forge, {});
    server.use(...handlers);
    const client = clientOf(forge);
    const created = await client.create(request);
    expect(created).toMatchObject({ number: 12, state: 'open' });
    expect(created.url).toMatch(
      /\/(pull|pulls|pull-requests|merge_requests)\/12$/,
    );
    const [{ method, body, authorization }] = asked;
    expect(method).toBe('POST');
    expect(JSON.stringify(body)).toContain('Add web');
    expect(JSON.stringify(body)).toContain('Creates **web**.');
    expect(JSON.stringify(body)).toContain('monero/x');
    expect(authorization).toMatch(
      /portal|secret|cG9ydGFsOnNlY3JldA==|dG9rZW46/,
    );
  });

  it('are opened as the user whose token is handed over', async () => {
    const { asked, handlers } = answering(forge, {});
    server.use(...handlers);
    const client = clientOf(forge, { userToken: 'users-own' });
    await client.create(request);
    expect(asked[0].authorization).toContain('users-own');
  });

  it('are found while they are open, and not otherwise', async () => {
    server.use(...answering(forge, { list: [forge.open] }).handlers);
    const client = clientOf(forge);
    expect(await client.find('monero/x', 'main')).toMatchObject({
      number: 12,
      head: COMMITS.head,
    });
    server.use(...answering(forge, {}).handlers);
    expect(await client.find('monero/x', 'main')).toBeUndefined();
  });

  it('tell when, by whom and as which commit they were merged', async () => {
    server.use(...answering(forge, { one: forge.merged }).handlers);
    const client = clientOf(forge);
    const found = await client.get(12);
    expect(found).toMatchObject({
      number: 12,
      state: 'merged',
      mergeCommit: COMMITS.mergeCommit,
    });
    expect(Date.parse(found.at ?? '')).toBe(Date.parse(COMMITS.at));
    // Bitbucket Data Center does not tell who.
    expect([undefined, 'octocat']).toContain(found.by);
  });

  it('tell what they wait for', async () => {
    server.use(...answering(forge, {}).handlers);
    const { state, waits } = await clientOf(forge).get(12);
    expect(state).toBe('open');
    expect(waits).toMatch(/approval|draft/);
  });

  it('are closed', async () => {
    const { asked, handlers } = answering(forge, {});
    server.use(...handlers);
    await clientOf(forge).close(12);
    const { path, body } = asked[asked.length - 1];
    expect(`${path} ${JSON.stringify(body)}`).toMatch(
      /decline|"closed"|"state_event":"close"/,
    );
  });

  it('name the scope that a token lacks', async () => {
    const { status, body, headers } = forge.missingScope;
    const create = () => HttpResponse.json(body, { status, headers });
    server.use(...answering(forge, { create }).handlers);
    const client = clientOf(forge);
    await expect(client.create(request)).rejects.toMatchObject({
      name: 'ForgeError',
      code: 'MissingScope',
      message: expect.stringMatching(
        /lacks the scope (repo|api|write:repository|pullrequest:write|REPO_WRITE)[. ]/,
      ),
    });
  });

  it('tell of one that is there already', async () => {
    const { status, body } = forge.exists;
    const create = () => HttpResponse.json(body, { status });
    server.use(...answering(forge, { create }).handlers);
    const client = clientOf(forge);
    await expect(client.create(request)).rejects.toMatchObject({
      code: 'Conflict',
      message: expect.stringMatching(/already|Only one/),
    });
  });

  it.each([
    [401, 'Unauthorized', 'does not accept the token'],
    [404, 'NotFound', 'or the token may not see it'],
  ])('answer %i in words', async (status, code, words) => {
    const refused = () => HttpResponse.json({ message: 'no' }, { status });
    server.use(http.get(`${forge.api}${forge.paths.one}`, refused));
    const client = clientOf(forge);
    const error = await client.get(12).catch(reason => reason);
    expect(error).toMatchObject({ name: 'ForgeError', code });
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/secret|ghp_|glpat/);
  });

  it('wait as long as a rate limit asks, and go on', async () => {
    let calls = 0;
    server.use(
      http.get(`${forge.api}${forge.paths.one}`, () => {
        calls += 1;
        return calls === 1
          ? HttpResponse.json(
              { message: 'too many' },
              { status: 429, headers: { 'Retry-After': '1' } },
            )
          : HttpResponse.json(forge.open);
      }),
    );
    const client = clientOf(forge);
    const began = Date.now();
    expect(await client.get(12)).toMatchObject({ number: 12 });
    expect(calls).toBe(2);
    // gitbeaker waits as it thinks right, longer each time.
    const least = 'gitlab' in forge.integrations ? 0 : 900;
    expect(Date.now() - began).toBeGreaterThanOrEqual(least);
  });
});

describe('how a target wants its pull requests', () => {
  registerMswTestHooks(server);

  it.each([
    [
      'GitHub',
      [{ draft: true }, { reviewers: ['mo'] }, { labels: ['monero'] }],
    ],
    [
      'GitLab',
      [{ title: 'Draft: Add web', reviewer_ids: [7], labels: 'monero' }],
    ],
    ['Gitea', [{ title: 'WIP: Add web', reviewers: ['mo'], labels: [3] }]],
    ['Bitbucket Cloud', [{ draft: true, reviewers: [{ account_id: 'mo' }] }]],
    [
      'Bitbucket Data Center',
      [{ draft: true, reviewers: [{ user: { name: 'mo' } }] }],
    ],
  ])('is told to %s', async (name, bodies) => {
    const forge = FORGES[name];
    const { asked, handlers } = answering(forge, {});
    const more: unknown[] = [];
    server.use(
      ...handlers,
      ...[
        '/repos/acme/gitops/pulls/12/requested_reviewers',
        '/repos/acme/gitops/issues/12/labels',
      ].map(path =>
        http.post(`${forge.api}${path}`, async context => {
          more.push(await context.request.json());
          return HttpResponse.json([]);
        }),
      ),
    );
    const client = clientOf(forge, {
      ...{ reviewers: ['mo'], labels: ['monero'], draft: true },
    });
    await client.create(request);
    const sent = [asked[0].body, ...more];
    expect(sent).toEqual(bodies.map(body => expect.objectContaining(body)));
  });
});
