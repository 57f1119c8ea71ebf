import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import request from 'supertest';
import { moneroPlugin } from '../plugin';
import { PlatformPolicy } from '../testing/platformPolicy';
import { GitFixture } from '../testing/gitFixture';
import { proposalOf } from '../testing/manifests';

const as = (user: string) =>
  mockCredentials.user.header(`user:default/${user}`);
const ana = as('ana');
const bo = as('bo');
const platform = as('platform');

/** The policy of the guide, asked as the permission backend asks it. */
const policy = new PlatformPolicy({
  platform: 'user:default/platform',
  shared: ['shared'],
});
const permissions = mockServices.permissions.mock({
  authorizeConditional: (asked, { credentials }) =>
    Promise.all(
      asked.map(({ permission }) =>
        policy.handle({ permission }, userOf(credentials)),
      ),
    ),
});

function userOf(credentials: BackstageCredentials): PolicyQueryUser {
  const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
  const info = { userEntityRef, ownershipEntityRefs: [userEntityRef] };
  return { info, credentials } as PolicyQueryUser;
}

jest.setTimeout(60_000);

describe('the policy of a platform team', () => {
  let git: GitFixture;
  let stop: (() => Promise<unknown>) | undefined;
  let api: ReturnType<typeof request>;

  beforeAll(async () => {
    git = new GitFixture();
    const cluster = (name: string) => ({
      ...{ name, url: 'http://127.0.0.1:1', authProvider: 'serviceAccount' },
      serviceAccountToken: 'token',
    });
    const names = ['dev', 'shared'];
    const backend = await startTestBackend({
      features: [
        moneroPlugin,
        permissions.factory,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            monero: {
              gitops: {
                targets: names.map(name => ({
                  ...{ cluster: name, repository: git.gitDir },
                  namespaces: ['monero'],
                })),
              },
            },
            kubernetes: {
              clusterLocatorMethods: [
                { type: 'config', clusters: names.map(cluster) },
              ],
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    api = request(backend.server);
  });

  afterAll(async () => {
    await stop?.();
    git.remove();
  });

  async function propose(who: string, name: string, change: object = {}) {
    return api
      .post('/api/monero/proposals')
      .set('Authorization', who)
      .send({ ...proposalOf({ name }), title: name, ...change });
  }
  const get = (who: string, path: string) =>
    api.get(`/api/monero${path}`).set('Authorization', who);
  const titles = async (who: string, query = '') =>
    (await get(who, `/proposals${query}`)).body.items.map(
      ({ title }: { title: string }) => title,
    );

  const mine = { owner: 'user:default/ana' };

  it('lets owners propose for themselves, and for nobody else', async () => {
    expect((await propose(ana, 'hers', mine)).status).toBe(201);
    const refused = await propose(bo, 'hers-too', mine);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'your permission monero.proposal.create does not cover it',
    );
    // No owner is nobody's.
    expect((await propose(bo, 'nobodys')).status).toBe(403);
  });

  it('takes the owner in the manifest for one, too, and that in Git', async () => {
    const annotated = (owner: string, name: string) =>
      proposalOf({ name }).manifest.replace(
        'metadata:',
        `metadata:\n  annotations: { utxo.com.br/owner: "${owner}" }`,
      );
    const claimed = await propose(bo, 'claimed', {
      owner: 'user:default/bo',
      manifest: annotated('user:default/ana', 'claimed'),
    });
    expect(claimed.status).toBe(403);
    const path = 'clusters/dev/monero/held.yaml';
    const text = annotated('user:default/ana', 'held');
    await git.push(path, text);
    const read = '/manifests/MoneroNodeSet/dev/monero/held';
    const { body } = await get(ana, read);
    expect(body.manifest).toBe(text);
    const taken = await propose(bo, 'held', {
      owner: 'user:default/bo',
      baseBlob: body.blob,
      manifest: annotated('user:default/bo', 'held').replace(
        'replicas: 3',
        'replicas: 4',
      ),
    });
    expect(taken.status).toBe(403);
  });

  it('tells the same of what is not there and of what may not be seen', async () => {
    const answers = await Promise.all(
      ['held', 'absent'].map(async name => {
        const { status, body } = await get(
          bo,
          `/manifests/MoneroNodeSet/dev/monero/${name}`,
        );
        return { status, message: body.error.message.replace(name, 'NAME') };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0].status).toBe(404);
  });

  it('lists, full pages of it, what each may read', async () => {
    for (let i = 0; i < 4; i++) {
      await propose(ana, `a${i}`, mine);
      await propose(bo, `b${i}`, { owner: 'user:default/bo' });
    }
    expect(await titles(bo, '?limit=3')).toEqual(['b3', 'b2', 'b1']);
    expect(await titles(ana)).toEqual(['a3', 'a2', 'a1', 'a0', 'hers']);
    expect(await titles(ana, '?owner=user:default/bo')).toEqual([]);
    expect(await titles(platform, '?limit=2')).toEqual(['b3', 'a3']);
  });

  it('opens a cluster that is shared to everybody', async () => {
    const common = { cluster: 'shared' };
    const made = await propose(platform, 'common', {
      ...common,
      manifest: proposalOf({ name: 'common', cluster: 'shared' }).manifest,
    });
    expect(made.status).toBe(201);
    expect(await titles(bo, '?cluster=shared')).toEqual(['common']);
    expect((await get(bo, `/proposals/${made.body.id}`)).status).toBe(200);
  });

  it('lets the platform team alone merge; others learn no more than they may read', async () => {
    const [{ id, head }] = (await get(ana, '/proposals?name=hers')).body.items;
    const decide = (who: string, what: string, of = id) =>
      api
        .post(`/api/monero/proposals/${of}/${what}`)
        .set('Authorization', who)
        .send({ head });
    const reader = await decide(ana, 'merge');
    expect(reader.status).toBe(403);
    for (const what of ['merge', 'close']) {
      expect((await decide(bo, what)).status).toBe(403);
    }
    const unseen = await get(bo, `/proposals/${id}`);
    const absent = await get(bo, '/proposals/7777');
    expect([unseen.status, absent.status]).toEqual([404, 404]);
    expect(unseen.body.error.message).toBe(`There is no proposal #${id}.`);
    const merged = await decide(platform, 'merge');
    expect(merged.body).toMatchObject({
      state: 'merged',
      mergedBy: 'user:default/platform',
    });
  });

  it('answers for a button of a page, which asks for one thing', async () => {
    const [{ id }] = (await get(ana, '/proposals?name=hers')).body.items;
    const conditions = {
      ...{ rule: 'IS_OWNER', resourceType: 'monero-proposal' },
      params: { owners: ['user:default/ana'] },
    };
    const ask = async (resourceRef: string, params: object) => {
      const item = {
        ...{ id: '1', resourceRef, resourceType: 'monero-proposal' },
        conditions: { ...conditions, params },
      };
      const { body } = await api
        .post('/api/monero/.well-known/backstage/permissions/apply-conditions')
        .set('Authorization', mockCredentials.service.header())
        .send({ items: [item] });
      return body.items?.[0].result ?? body.error.message;
    };
    const hers = { owners: ['user:default/ana'] };
    expect(await ask(String(id), hers)).toBe('ALLOW');
    expect(await ask(String(id), { owners: ['user:default/bo'] })).toBe('DENY');
    expect(await ask('7777', hers)).toBe('DENY');
    expect(await ask('nothing', hers)).toBe('DENY');
    expect(await ask(String(id), { owners: 7 })).toContain('owners');
  });
});
