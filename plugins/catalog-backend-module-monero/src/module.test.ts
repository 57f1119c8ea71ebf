import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import type { NodeSetList } from '@monero-portal/plugin-monero-common';
import catalogModuleMonero from './index';
import { nodeSet } from './__testUtils__';

const DEADLINE_MS = 30_000;
const TASK = 'monero-node-sets:refresh';

/** Stands in for monero-backend; `answer` is what it would say next. */
function fakeMoneroBackend(answer: { current: NodeSetList }) {
  return createBackendPlugin({
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
              res.json(answer.current);
            } catch (error) {
              next(error);
            }
          });
        },
      });
    },
  });
}

describe('catalogModuleMonero', () => {
  it('brings node sets into a running catalog, and takes them out again', async () => {
    const clusters: NodeSetList['clusters'] = [
      {
        name: 'dev',
        namespaces: ['monero'],
        state: 'connected',
        since: '2026-01-01T00:00:00Z',
      },
    ];
    const answer = { current: { items: [nodeSet()], clusters } };
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleMonero,
        fakeMoneroBackend(answer),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            catalog: {
              processingInterval: { seconds: 1 },
              providers: { monero: { system: 'monero' } },
            },
          },
        }),
      ],
    });
    try {
      const base = `http://localhost:${backend.server.port()}/api/catalog`;
      await scheduler.triggerTask(TASK);
      const [entity] = await until(base, entities => entities.length === 1);
      expect(entity).toMatchObject({
        metadata: { name: 'dev.monero.nodes', title: 'nodes' },
        spec: {
          type: 'monero-node-set',
          owner: 'group:default/guests',
          system: 'system:default/monero',
        },
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/guests' },
          { type: 'partOf', targetRef: 'system:default/monero' },
        ],
      });

      answer.current = { items: [], clusters };
      await scheduler.triggerTask(TASK);
      await until(base, entities => entities.length === 0);
    } finally {
      await backend.stop();
    }
  }, 60_000);
});

/** Asks the catalog for its resources until they are as wanted. */
async function until(
  base: string,
  asWanted: (entities: Entity[]) => boolean,
): Promise<Entity[]> {
  const end = Date.now() + DEADLINE_MS;
  for (;;) {
    const response = await fetch(`${base}/entities?filter=kind=resource`, {
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const entities: Entity[] = await response.json();
    if (asWanted(entities)) {
      return entities;
    }
    if (Date.now() > end) {
      throw new Error(`The catalog still has ${JSON.stringify(entities)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
