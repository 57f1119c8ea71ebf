import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  AuthenticationError,
  ConflictError,
  InputError,
} from '@backstage/errors';
import { moneroNodeSetReadPermission } from '@monero-portal/plugin-monero-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { ForgeError } from '../services/forge';
import { GitError } from '../services/git';
import type { ProposalService } from '../services/proposals';
import { toProposal } from '../services/proposals/toProposal';
import { proposalOf } from '../testing/manifests';
import { FleetSnapshot } from '../services/fleet/FleetSnapshot';
import { toFleetItem } from '../services/fleet/toFleetItem';
import { healthOf } from '../testing/health';
import { healthWith, NOW, rowWith } from '../testing/rows';
import {
  createGranter,
  createMoneroObjectConditionalDecision,
  moneroObjectConditions,
  objectRules,
} from '../permissions';
import { createRouter } from './createRouter';

const head = 'a'.repeat(40);
const by = { ref: 'user:default/mock', name: 'Mock', email: 'm@example.com' };
const proposal = toProposal(rowWith(), { now: NOW });

function setup() {
  const proposals: jest.Mocked<ProposalService> = {
    manifest: jest.fn(),
    propose: jest.fn(),
    list: jest.fn(),
    facts: jest.fn(),
    get: jest.fn(),
    merge: jest.fn(),
    close: jest.fn(),
  };
  proposals.manifest.mockResolvedValue({
    manifest: 'kind: A\n',
    path: 'a.yaml',
    head,
    blob: head,
  });
  proposals.propose.mockResolvedValue({ proposal, created: true });
  proposals.list.mockResolvedValue({ items: [proposal] });
  proposals.get.mockResolvedValue(proposal);
  proposals.merge.mockResolvedValue(proposal);
  proposals.close.mockResolvedValue(proposal);
  const history = { read: jest.fn() };
  history.read.mockResolvedValue({
    from: new Date(NOW).toISOString(),
    stepSeconds: 60,
    pods: [],
  });
  const lags = { read: jest.fn() };
  lags.read.mockResolvedValue({
    from: NOW / 1000,
    stepSeconds: 1800,
    worstOf: (_: unknown, sets: string[]) =>
      sets.length > 0 ? [sets.length, null] : undefined,
  });
  const fleet = new FleetSnapshot();
  const webhooks = { receive: jest.fn() };
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async asked =>
      asked.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const app = express()
    .use(
      createRouter({
        proposals,
        health: healthOf(healthWith()),
        history,
        lags,
        fleet,
        isLocating: () => false,
        webhooks,
        actors: { actorOf: async () => by },
        httpAuth: mockServices.httpAuth({
          defaultCredentials: mockCredentials.user(),
        }),
        auditor,
        granter: createGranter({
          permissions,
          rulesets: () => ({
            getRuleByName: name =>
              Object.values(objectRules).find(
                rule => rule.name === name,
              ) as never,
          }),
        }),
      }),
    )
    .use(mockErrorHandler());
  return {
    api: request(app),
    history,
    lags,
    fleet,
    webhooks,
    proposals,
    permissions,
    auditor,
    event,
  };
}

describe('createRouter', () => {
  it('serves the OpenAPI document', async () => {
    const { status, body } = await setup().api.get('/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toContain('/proposals/{id}/merge');
  });

  it.each([
    ['get', '/clusters', 'monero.nodeset.read'],
    ['get', '/snapshot', 'monero.nodeset.read'],
    ['get', '/history', 'monero.nodeset.read'],
    ['get', '/networks', 'monero.nodeset.read'],
    ['get', '/mining-sets', 'monero.nodeset.read'],
    ['get', '/node-sets', 'monero.nodeset.read'],
    ['get', '/node-sets/dev/monero/web', 'monero.nodeset.read'],
    ['get', '/manifests/MoneroNetwork/dev/monero/web', 'monero.nodeset.read'],
    ['get', '/proposals', 'monero.proposal.read'],
    ['get', '/proposals/7', 'monero.proposal.read'],
    ['post', '/proposals', 'monero.proposal.create'],
    ['post', '/proposals/7/merge', 'monero.proposal.merge'],
    ['post', '/proposals/7/close', 'monero.proposal.merge'],
  ] as const)('%s %s asks for %s', async (method, path, permission) => {
    const { api, permissions } = setup();
    const body = path === '/proposals' ? proposalOf() : { head };
    const call = api[method](path);
    const answer = await (method === 'post' ? call.send(body) : call);
    expect(answer.status).toBeLessThan(300);
    const names = permissions.authorizeConditional.mock.calls.flatMap(
      ([asked]) => asked.map(each => each.permission.name),
    );
    expect(names).toEqual([permission]);
  });

  it.each([
    ['/node-sets/dev/Monero/web', 'Path: namespace'],
    ['/node-sets/..%2f/monero/web', 'Path: cluster'],
    ['/proposals/0', 'Proposal id'],
    ['/proposals/1e99', 'Proposal id'],
    ['/manifests/Secret/dev/monero/web', 'Path: kind'],
    ['/proposals?state=any', 'Query: state'],
    ['/proposals?limit=1000', 'Query: limit'],
    ['/proposals?before=1e15', 'Query: before'],
    ['/proposals?name=a%00', 'Query: name: may not hold'],
    ['/proposals?owner=%00', 'Query: owner: may not hold'],
    ['/proposals?name=a&name=b', 'Query: name'],
  ])('refuses to get %s', async (path, message) => {
    const { api, proposals } = setup();
    const { status, body } = await api.get(path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
    expect(proposals.get).not.toHaveBeenCalled();
    expect(proposals.list).not.toHaveBeenCalled();
  });

  it.each([
    [{}, 'title'],
    [{ ...proposalOf(), title: '  ' }, 'title: say in a few words'],
    [{ ...proposalOf(), title: 'a\nb' }, 'title: may not hold line breaks'],
    [{ ...proposalOf(), name: '../x' }, 'name: may hold lower case'],
    [{ ...proposalOf(), namespace: 'a/b' }, 'namespace'],
    [{ ...proposalOf(), name: '$(reboot)' }, 'name: may hold lower case'],
    [{ ...proposalOf(), name: '${{ secrets }}' }, 'name: may hold lower'],
    [{ ...proposalOf(), name: '{{ 7*7 }}' }, 'name: may hold lower case'],
    [{ ...proposalOf(), name: 'web\nspec: {}' }, 'name: may hold lower case'],
    // The second letter is Cyrillic.
    [{ ...proposalOf(), name: 'w\u0435b' }, 'name: may hold lower case'],
    [{ ...proposalOf(), name: 'web\u200b' }, 'name: may hold lower case'],
    [{ ...proposalOf(), name: 'x'.repeat(64) }, 'name: may have at most 63'],
    [{ ...proposalOf(), requestId: '../x y' }, 'requestId: may hold'],
    [{ ...proposalOf(), baseBlob: 'main' }, 'baseBlob'],
    [{ ...proposalOf(), cluster: '..' }, 'cluster'],
    [{ ...proposalOf(), kind: 'Secret' }, 'kind'],
    [{ ...proposalOf(), manifest: 'x'.repeat(70_000) }, 'manifest: may have'],
    [{ ...proposalOf(), manifest: 'a: "\0"' }, 'manifest: may not hold'],
    [{ ...proposalOf(), owner: 'a\0' }, 'owner: may not hold'],
    [[], 'Body: Expected object'],
  ])('refuses to propose %j', async (body, message) => {
    const { api, proposals } = setup();
    const answer = await api.post('/proposals').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
    expect(proposals.propose).not.toHaveBeenCalled();
  });

  it('goes to the configured repository, whatever else a body says', async () => {
    const { api, proposals } = setup();
    const body = {
      ...proposalOf(),
      repository: 'http://169.254.169.254/latest/meta-data',
      repoUrl: 'file:///etc',
      path: '../../etc/passwd',
      branch: 'main',
    };
    expect((await api.post('/proposals').send(body)).status).toBe(201);
    expect(proposals.propose).toHaveBeenCalledWith(proposalOf(), by);
  });

  it('refuses ten megabytes of arguments unread', async () => {
    const { api, proposals } = setup();
    const manifest = `args:\n${'- --log-level=0\n'.repeat(650_000)}`;
    const { status } = await api
      .post('/proposals')
      .send({ ...proposalOf(), manifest });
    expect(status).toBe(413);
    expect(proposals.propose).not.toHaveBeenCalled();
  });

  it('refuses bodies that are too large or no JSON', async () => {
    const { api } = setup();
    const large = await api
      .post('/proposals')
      .send({ manifest: 'x'.repeat(600 * 1024) });
    expect(large.status).toBe(413);
    const broken = await api
      .post('/proposals')
      .set('Content-Type', 'application/json')
      .send('{"title":');
    expect(broken.status).toBe(400);
  });

  it('hands a webhook on byte by byte, without asking who it is from', async () => {
    const { api, webhooks, permissions } = setup();
    const text = '{"a":  1}';
    const answer = await api
      .post('/webhooks/dev')
      .set('Content-Type', 'application/json')
      .set('X-Hub-Signature-256', 'sha256=abc')
      .send(text);
    expect(answer.status).toBe(204);
    const [[cluster, { header, body }]] = webhooks.receive.mock.calls;
    expect(cluster).toBe('dev');
    expect(body.toString()).toBe(text);
    expect(header('x-hub-signature-256')).toBe('sha256=abc');
    expect(permissions.authorizeConditional).not.toHaveBeenCalled();
    webhooks.receive.mockImplementation(() => {
      throw new AuthenticationError('The signature is wrong');
    });
    const refused = await api.post('/webhooks/dev').send(text);
    expect(refused.status).toBe(401);
    const large = Buffer.alloc(3 * 1024 * 1024, 'x');
    expect((await api.post('/webhooks/dev').send(large)).status).toBe(413);
  });

  describe('history', () => {
    const path = '/history/MoneroNodeSet/dev/monero/web';

    it('asks for the pods of the object, and a day in 240 points unless asked otherwise', async () => {
      const { api, history } = setup();
      const pods = healthWith().nodes.map(({ pod }) => pod);
      await api.get(path).expect(200);
      await api.get(`${path}?hours=168&points=100`).expect(200);
      expect(history.read.mock.calls).toEqual([
        [
          { cluster: 'dev', namespace: 'monero', pods },
          { hours: 24, points: 240 },
        ],
        [expect.anything(), { hours: 168, points: 100 }],
      ]);
    });

    it.each([
      ['hours=0', 'hours: is at least 1'],
      ['hours=9999', 'hours: is at most 2160'],
      ['points=5000', 'points: is at most 1000'],
    ])('refuses %s', async (query, message) => {
      const { api, history } = setup();
      const { body } = await api.get(`${path}?${query}`).expect(400);
      expect(body.error.message).toContain(message);
      expect(history.read).not.toHaveBeenCalled();
    });

    it.each([
      ['/history/MoneroNodeSet/dev/monero/none', 404],
      ['/history/MoneroNetwork/dev/monero/none', 404],
      ['/history/Pod/dev/monero/web', 400],
    ])('knows nothing of %s', async (unknown, status) => {
      const { api, history } = setup();
      expect((await api.get(unknown)).status).toBe(status);
      expect(history.read).not.toHaveBeenCalled();
    });

    it('is denied to whom node sets are', async () => {
      const { api, permissions, history } = setup();
      permissions.authorizeConditional.mockResolvedValue([
        { result: AuthorizeResult.DENY },
      ]);
      await api.get(path).expect(403);
      expect(history.read).not.toHaveBeenCalled();
    });

    it('is not there for whom its object is not', async () => {
      const { api, history, permissions } = setup();
      permissions.authorizeConditional.mockResolvedValue([
        createMoneroObjectConditionalDecision(
          moneroNodeSetReadPermission,
          moneroObjectConditions.inCluster({ clusters: ['other'] }),
        ),
      ]);
      await api.get(path).expect(404);
      expect(history.read).not.toHaveBeenCalled();
      for (const list of ['node-sets', 'networks', 'mining-sets']) {
        const { body } = await api.get(`/${list}`).expect(200);
        expect(body.items).toEqual([]);
      }
      await api.get('/node-sets/dev/monero/web').expect(404);
    });
  });

  describe('history of the fleet', () => {
    const place = { cluster: 'dev', namespace: 'monero' };
    const put = ({ fleet }: ReturnType<typeof setup>) => {
      const item = toFleetItem('MoneroNodeSet', healthWith());
      fleet.put({ ...item, name: 'web' });
      fleet.put({ ...item, kind: 'MoneroNetwork', name: 'lab', replicas: 20 });
      fleet.put({ ...item, kind: 'MoneroMiningNodeSet', name: 'rig' });
    };

    it('tells of all node sets, and of networks by their members', async () => {
      const parts = setup();
      put(parts);
      const { body } = await parts.api.get('/history').expect(200);
      const line = (kind: string, name: string, sets: number) => ({
        ...{ ...place, kind, name },
        blocksBehind: [sets, null],
      });
      expect(body).toEqual({
        from: new Date(NOW).toISOString(),
        stepSeconds: 1800,
        items: [
          line('MoneroNodeSet', 'web', 1),
          line('MoneroNetwork', 'lab', 20),
        ],
      });
    });

    it('tells nothing of what may not be seen', async () => {
      const parts = setup();
      put(parts);
      parts.permissions.authorizeConditional.mockResolvedValue([
        createMoneroObjectConditionalDecision(
          moneroNodeSetReadPermission,
          moneroObjectConditions.inCluster({ clusters: ['other'] }),
        ),
      ]);
      const { body } = await parts.api.get('/history').expect(200);
      expect(body.items).toEqual([]);
    });
  });

  it('says 201 for a new proposal and 200 for a known one', async () => {
    const { api, proposals } = setup();
    expect((await api.post('/proposals').send(proposalOf())).status).toBe(201);
    expect(proposals.propose).toHaveBeenCalledWith(proposalOf(), by);
    proposals.propose.mockResolvedValue({ proposal, created: false });
    expect((await api.post('/proposals').send(proposalOf())).status).toBe(200);
  });

  it('merges only what is named in full', async () => {
    const { api, proposals } = setup();
    for (const bad of [undefined, 'abc', 'A'.repeat(40), `${head}0`]) {
      const { status } = await api
        .post('/proposals/7/merge')
        .send({ head: bad });
      expect(status).toBe(400);
    }
    await api.post('/proposals/7/merge').send({ head });
    expect(proposals.merge.mock.calls).toEqual([[7, head, by]]);
  });

  it.each([
    ['conflict', new ConflictError('moved'), 409, 'moved'],
    ['input', new InputError('bad'), 400, 'bad'],
    [
      'repository',
      new GitError('Failed', 'git branch in /x: not a repository'),
      503,
      'The GitOps repository cannot be used: git branch in /x: not a repository',
    ],
    [
      'forge',
      new ForgeError('MissingScope', 'GitHub would not. It lacks repo.'),
      503,
      'GitHub would not. It lacks repo.',
    ],
  ])('tells errors apart: %s', async (_, error, status, message) => {
    const { api, proposals, event } = setup();
    proposals.merge.mockRejectedValue(error);
    const answer = await api.post('/proposals/7/merge').send({ head });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBe(message);
    expect(event.fail).toHaveBeenCalledWith({ error });
  });

  it('writes down who changed what', async () => {
    const { api, auditor, event } = setup();
    await api.post('/proposals').send(proposalOf());
    await api.post('/proposals/7/merge').send({ head });
    await api.post('/proposals/7/close');
    const events = auditor.createEvent.mock.calls.map(
      ([{ eventId, meta }]) => ({ eventId, meta }),
    );
    expect(events).toEqual([
      {
        eventId: 'proposal-create',
        meta: {
          cluster: 'dev',
          namespace: 'monero',
          name: 'web',
          kind: 'MoneroNodeSet',
          title: 'Add web',
          operation: 'create',
        },
      },
      { eventId: 'proposal-merge', meta: { proposalId: 7, head } },
      { eventId: 'proposal-close', meta: { proposalId: 7 } },
    ]);
    expect(event.success).toHaveBeenCalledTimes(3);
    expect(event.success).toHaveBeenCalledWith({ meta: { proposalId: 7 } });
  });
});
