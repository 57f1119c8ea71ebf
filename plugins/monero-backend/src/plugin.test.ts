import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { moneroPlugin } from './plugin';
import { GitFixture } from './testing/gitFixture';
import { changeOf, proposalOf, retirementOf } from './testing/manifests';

jest.setTimeout(60_000);

const PATH = 'clusters/dev/monero/web.yaml';

describe('the monero plugin', () => {
  let git: GitFixture;
  let stop: (() => Promise<unknown>) | undefined;

  beforeEach(() => {
    git = new GitFixture();
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
    git.remove();
  });

  async function start(
    extra: Parameters<typeof startTestBackend>[0]['features'] = [],
    proposals: JsonObject = {},
  ) {
    const backend = await startTestBackend({
      features: [
        moneroPlugin,
        mockServices.rootConfig.factory({
          data: {
            monero: {
              proposals,
              gitops: {
                targets: [
                  {
                    cluster: 'dev',
                    repository: git.gitDir,
                    namespaces: ['monero'],
                  },
                ],
              },
            },
            kubernetes: {
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'dev',
                      // Nothing listens there: the cluster is still being built.
                      url: 'http://127.0.0.1:1',
                      authProvider: 'serviceAccount',
                      serviceAccountToken: 'token',
                    },
                  ],
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'User',
              metadata: { name: 'mock', namespace: 'default' },
              spec: {
                profile: { displayName: 'Mo Ck', email: 'mo@example.com' },
              },
            },
          ],
        }),
        ...extra,
      ],
    });
    stop = () => backend.stop();
    return request(backend.server);
  }

  it('takes a proposal from the form to the branch that is applied', async () => {
    const api = await start();

    const created = await api.post('/api/monero/proposals').send(proposalOf());
    expect(created.status).toBe(201);
    const { id, head, branch } = created.body;
    expect(created.body).toMatchObject({
      title: 'Add web',
      operation: 'create',
      proposedBy: 'user:default/mock',
      path: PATH,
      state: 'proposed',
      branch: expect.stringMatching(/^monero\/monero\/web\/[0-9a-f]{8}$/),
    });
    expect(git.git(['log', '-1', '--format=%an <%ae> %s', branch])).toBe(
      'Mo Ck <mo@example.com> Add web',
    );
    expect(git.show(PATH, branch)).toContain(`utxo.com.br/proposal: "${id}"`);

    const again = await api.post('/api/monero/proposals').send(proposalOf());
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(id);

    const read = await api.get(`/api/monero/proposals/${id}`);
    expect(read.body.diff).toContain('+  replicas: 3');

    const merged = await api
      .post(`/api/monero/proposals/${id}/merge`)
      .send({ head });
    expect(merged.body).toMatchObject({
      state: 'merged',
      mergedBy: 'user:default/mock',
      steps: [
        { step: 'Proposed', state: 'done', detail: 'by mock' },
        { step: 'Merged', state: 'done', detail: 'by mock' },
        { step: 'Applied', state: 'current' },
        { step: 'Reconciled', state: 'pending' },
        { step: 'InSync', state: 'pending' },
      ],
    });
    expect(git.show(PATH)).toContain('replicas: 3');
    expect(git.git(['rev-list', '--parents', '-1', 'main']).split(' ')[2]).toBe(
      head,
    );

    const list = await api.get('/api/monero/proposals?state=merged&name=web');
    expect(list.body.items).toHaveLength(1);
    expect(list.body.items[0]).not.toHaveProperty('diff');
  });

  it('lets exactly one of two simultaneous merges win', async () => {
    const api = await start();
    const { body } = await api.post('/api/monero/proposals').send(proposalOf());
    const merge = () =>
      api
        .post(`/api/monero/proposals/${body.id}/merge`)
        .send({ head: body.head });
    const answers = await Promise.all([merge(), merge()]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    const lost = answers.find(answer => answer.status === 409);
    expect(lost?.body.error.message).toBe(
      `Proposal #${body.id} has been merged already by mock.`,
    );
    expect(git.git(['rev-list', '--count', '--first-parent', 'main'])).toBe(
      '2',
    );
  });

  it('takes no more proposals from one person than it is told to, of whatever kind', async () => {
    const limit = { rateLimit: { count: 3, window: '10m' } };
    const api = await start([], limit);
    const propose = (body: object) =>
      api.post('/api/monero/proposals').send(body);
    const created = await propose(proposalOf());
    const { id, head } = created.body;
    await api.post(`/api/monero/proposals/${id}/merge`).send({ head });
    const inGit = git.show(PATH);

    const change = changeOf(inGit, { replicas: 2 });
    const refused = await propose({ ...change, baseBlob: 'a'.repeat(40) });
    expect(refused.status).toBe(409);
    const answers = [
      await propose(change),
      await propose(change),
      await propose(retirementOf(inGit)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 201]);

    const tooMany = await propose(proposalOf({ name: 'api' }));
    expect(tooMany.status).toBe(429);
    expect(Number(tooMany.get('Retry-After'))).toBeGreaterThan(9 * 60 - 1);
    expect(Number(tooMany.get('Retry-After'))).toBeLessThan(10 * 60 + 1);
    expect(tooMany.body.error).toMatchObject({
      name: 'TooManyProposalsError',
      message: expect.stringMatching(
        /^You have proposed 3 changes within 10 min, .*You can propose again in (9|10) min, at .*\d\d:\d\d UTC; nothing of this change was kept\.$/,
      ),
    });
    const list = await api.get('/api/monero/proposals');
    expect(list.body.items).toHaveLength(3);
    // What is there already is still found.
    expect((await propose(change)).status).toBe(200);
    const other = await propose(proposalOf({ name: 'db' })).set(
      'Authorization',
      mockCredentials.user.header('user:default/other'),
    );
    expect(other.status).toBe(201);
  });

  it('answers errors in the shape of Backstage, violations included', async () => {
    const api = await start();
    const bad = proposalOf();
    bad.manifest = bad.manifest.replace('replicas: 3', 'replicas: many');
    const refused = await api.post('/api/monero/proposals').send(bad);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({
      name: 'InputError',
      violations: [expect.objectContaining({ path: 'spec.replicas' })],
    });
    const missing = await api.get('/api/monero/proposals/77');
    expect(missing.status).toBe(404);
    expect(missing.body.error.message).toBe('There is no proposal #77.');
    const odd = await api.get('/api/monero/proposals/abc');
    expect(odd.status).toBe(400);
    const elsewhere = await api
      .post('/api/monero/proposals')
      .send({ ...proposalOf(), namespace: 'kube-system' });
    expect(elsewhere.body.error.message).toBe(
      'Namespace "kube-system" of cluster "dev" takes no proposals; there are: monero.',
    );
  });

  it('is calm while the cluster does not exist yet', async () => {
    const api = await start();
    const { body } = await api.get('/api/monero/clusters');
    expect(body.items).toEqual([
      expect.objectContaining({
        name: 'dev',
        namespaces: ['monero'],
        state: expect.stringMatching(/^(connecting|unreachable)$/),
      }),
    ]);
    const sets = await api.get('/api/monero/node-sets');
    expect(sets.body.items).toEqual([]);
    const none = await api.get('/api/monero/node-sets/dev/monero/web');
    expect(none.status).toBe(404);
  });

  it('asks for credentials and permissions on every route', async () => {
    const deny = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.DENY })),
    });
    const api = await start([deny.factory]);
    const head = 'a'.repeat(40);
    const answers = await Promise.all([
      api.get('/api/monero/clusters'),
      api.get('/api/monero/node-sets'),
      api.get('/api/monero/node-sets/dev/monero/web'),
      api.get('/api/monero/proposals'),
      api.get('/api/monero/proposals/1'),
      api.post('/api/monero/proposals').send(proposalOf()),
      api.post('/api/monero/proposals/1/merge').send({ head }),
      api.post('/api/monero/proposals/1/close').send({}),
    ]);
    expect(answers.map(answer => answer.status)).toEqual(Array(8).fill(403));
    expect(answers[5].body.error.message).toContain('monero.proposal.create');
    const anonymous = await api
      .get('/api/monero/proposals')
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
  });
});
