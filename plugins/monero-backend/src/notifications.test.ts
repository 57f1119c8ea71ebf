import { setTimeout as pause } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import request from 'supertest';
import { moneroPlugin } from './plugin';
import { GitFixture } from './testing/gitFixture';
import { proposalOf } from './testing/manifests';

jest.setTimeout(60_000);

const OWNER = 'group:default/wallets';
const REVIEWER = 'user:default/reviewer';
const PROPOSER = 'user:default/mock';

const member = (name: string) => ({
  type: 'hasMember',
  targetRef: `user:default/${name}`,
});

/** The plugin beside the real notifications plugin, and owners in a catalog. */
describe('notifications of the monero plugin', () => {
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

  async function start(notifications = {}) {
    const backend = await startTestBackend({
      features: [
        moneroPlugin,
        notificationsPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            monero: {
              notifications,
              gitops: {
                targets: [{ cluster: 'dev', repository: git.gitDir }],
              },
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name: 'wallets', namespace: 'default' },
              spec: { type: 'team', children: [] },
              relations: [member('reviewer'), member('mock')],
            },
          ],
        }),
      ],
    });
    stop = () => backend.stop();
    const api = request(backend.server);
    return {
      api,
      async titlesOf(user: string): Promise<string[]> {
        const { body } = await api
          .get('/api/notifications')
          .set('Authorization', mockCredentials.user.header(user));
        return body.notifications.map(
          ({ payload }: { payload: { title: string } }) => payload.title,
        );
      },
    };
  }

  /** Waits for a condition; the test's own deadline ends it. */
  async function until(holds: () => Promise<boolean>) {
    while (!(await holds())) await pause(20);
  }

  it('asks the others of the owning group for a review, and puts the outcome in its place', async () => {
    const { api, titlesOf } = await start();
    const created = await api
      .post('/api/monero/proposals')
      .send({ ...proposalOf(), owner: OWNER });
    const { id, head } = created.body;
    await until(async () => (await titlesOf(REVIEWER)).length > 0);
    const { body } = await api
      .get('/api/notifications')
      .set('Authorization', mockCredentials.user.header(REVIEWER));
    expect(body.notifications).toEqual([
      expect.objectContaining({
        origin: 'plugin:monero',
        payload: expect.objectContaining({
          title: 'Waits for review: Add web',
          link: `/monero/proposals/${id}`,
          severity: 'normal',
          topic: 'Monero proposals',
        }),
      }),
    ]);
    expect(await titlesOf(PROPOSER)).toEqual([]);

    await api.post(`/api/monero/proposals/${id}/merge`).send({ head });
    await until(async () => (await titlesOf(PROPOSER)).length > 0);
    expect(await titlesOf(REVIEWER)).toEqual(['Merged: Add web']);
    expect(await titlesOf(PROPOSER)).toEqual(['Merged: Add web']);
  });

  it('tells the proposer where there is no owner, and that it was closed', async () => {
    const { api, titlesOf } = await start();
    const { body } = await api.post('/api/monero/proposals').send(proposalOf());
    await until(async () => (await titlesOf(PROPOSER)).length > 0);
    await api.post(`/api/monero/proposals/${body.id}/close`).send({});
    await until(async () =>
      (await titlesOf(PROPOSER)).includes('Closed: Add web'),
    );
    expect(await titlesOf(PROPOSER)).toEqual(['Closed: Add web']);
    expect(await titlesOf(REVIEWER)).toEqual([]);
  });

  it('tells nobody where it is not to', async () => {
    const { api, titlesOf } = await start({ enabled: false });
    const { body } = await api.post('/api/monero/proposals').send(proposalOf());
    const { status } = await api
      .post(`/api/monero/proposals/${body.id}/close`)
      .send({});
    expect(status).toBe(200);
    expect(await titlesOf(PROPOSER)).toEqual([]);
  });
});
