import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchBackend from '@backstage/plugin-search-backend';
import request from 'supertest';
import { miningSet, network, nodeSet, proposal } from './__testUtils__';
import searchModuleMonero from './index';

const CLUSTERS = [
  {
    name: 'dev',
    namespaces: ['wallets'],
    state: 'connected',
    since: '2026-01-01T00:00:00Z',
  },
];

/** Newest first, in two pages. */
const PAGES: Record<string, object> = {
  first: {
    items: [proposal(), proposal({ id: 6, name: 'hidden' })],
    before: 6,
  },
  6: { items: [proposal({ id: 5, title: 'Retire lab' })] },
};

const ANSWERS: Record<string, object> = {
  '/node-sets': {
    items: [nodeSet(), nodeSet({ name: 'hidden' })],
    clusters: CLUSTERS,
  },
  '/networks': { items: [network()], clusters: CLUSTERS },
  '/mining-sets': { items: [miningSet()], clusters: CLUSTERS },
};

/** Answers services alone, as monero-backend would. */
const fakeMoneroBackend = createBackendPlugin({
  pluginId: 'monero',
  register(reg) {
    reg.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        httpRouter.use(async (req, res, next) => {
          try {
            await httpAuth.credentials(req, { allow: ['service'] });
            const page = String(req.query.before ?? 'first');
            res.json(
              req.path === '/proposals' ? PAGES[page] : ANSWERS[req.path],
            );
          } catch (error) {
            next(error);
          }
        });
      },
    });
  },
});

/** What the user may see; the policy's decision has conditions. */
const SEEN = [
  'MoneroNodeSet/dev/wallets/web',
  'MoneroNetwork/dev/wallets/lab',
  'MoneroMiningNodeSet/dev/wallets/rig',
  '7',
  '5',
];

function permissionsOf(result: AuthorizeResult) {
  return mockServices.permissions.mock({
    authorizeConditional: async asked =>
      asked.map(({ permission }) =>
        result === AuthorizeResult.CONDITIONAL && 'resourceType' in permission
          ? {
              result,
              pluginId: 'monero',
              resourceType: permission.resourceType,
              conditions: {
                rule: 'IS_OWNER',
                resourceType: permission.resourceType,
                params: { owners: [] },
              },
            }
          : { result: result as AuthorizeResult.ALLOW },
      ),
    authorize: async asked =>
      asked.map(each => ({
        result: SEEN.includes(('resourceRef' in each && each.resourceRef) || '')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  });
}

jest.setTimeout(60_000);

describe('searchModuleMonero', () => {
  /** Indexes everything, and searches as somebody with those permissions. */
  async function found(
    term: string,
    result: AuthorizeResult = AuthorizeResult.ALLOW,
  ): Promise<string[]> {
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        searchBackend,
        searchModuleMonero,
        fakeMoneroBackend,
        permissionsOf(result).factory,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
      ],
    });
    try {
      await scheduler.triggerTask('search_index_monero');
      await scheduler.triggerTask('search_index_monero_proposal');
      const { status, body } = await request(backend.server).get(
        `/api/search/query?${new URLSearchParams({ term })}`,
      );
      expect(status).toBe(200);
      return (body.results as { document: { location: string } }[])
        .map(({ document }) => document.location)
        .sort();
    } finally {
      await backend.stop();
    }
  }

  const page = (name: string) =>
    `/catalog/default/resource/dev.wallets.${name}`;

  it.each([
    ['a kind', 'mining', [page('rig.miners')]],
    ['what was found', 'stuck', [page('hidden'), page('web')]],
    ['an address', 'abcdefghijklmnop.onion', [page('hidden'), page('web')]],
    ['a pool', 'pool.example.org', [page('rig.miners')]],
    ['the title of a proposal', 'retire', ['/monero/proposals/5']],
    [
      'an author',
      'ana',
      ['/monero/proposals/5', '/monero/proposals/6', '/monero/proposals/7'],
    ],
  ])('finds by %s', async (_, term, locations) => {
    expect(await found(term)).toEqual(locations);
  });

  it('shows what the conditions of a policy cover, and nothing else', async () => {
    expect(await found('wallets', AuthorizeResult.CONDITIONAL)).toEqual(
      [
        page('web'),
        page('lab.network'),
        page('rig.miners'),
        '/monero/proposals/5',
        '/monero/proposals/7',
      ].sort(),
    );
    expect(await found('hidden', AuthorizeResult.CONDITIONAL)).toEqual([]);
  });

  it('shows nothing to whom both permissions are denied', async () => {
    expect(await found('wallets', AuthorizeResult.DENY)).toEqual([]);
  });
});
