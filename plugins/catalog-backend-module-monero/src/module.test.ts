import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import type { Snapshot } from '@monero-portal/plugin-monero-common';
import catalogModuleMonero from './index';
import { fleetItem } from './__testUtils__';

const DEADLINE_MS = 30_000;
const TASK = 'monero-node-sets:refresh';

/** Stands in for monero-backend; `answer` is what it would say next. */
function fakeMoneroBackend(answer: { current: Snapshot }) {
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
    const clusters: Snapshot['clusters'] = [
      {
        name: 'dev',
        namespaces: ['monero'],
        state: 'connected',
        since: '2026-01-01T00:00:00Z',
      },
    ];
    const answerOf = (items: Snapshot['items']): Snapshot => ({
      epoch: 'run-1',
      revision: 1,
      complete: true,
      items,
      removed: [],
      clusters,
    });
    const answer = {
      current: answerOf([
        fleetItem({ memberOf: 'lab' }),
        fleetItem({ kind: 'MoneroNetwork', name: 'lab' }),
        fleetItem({
          kind: 'MoneroMiningNodeSet',
          name: 'rig',
          daemon: { kind: 'MoneroNodeSet', name: 'nodes' },
        }),
      ]),
    };
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
      const entities = await until(
        base,
        all =>
          all.length === 4 && all.every(({ relations }) => relations?.length),
      );
      const relationsOf = (name: string) =>
        entities
          .find(({ metadata }) => metadata.name === name)
          ?.relations?.map(({ type, targetRef }) => `${type} ${targetRef}`)
          .sort();
      expect(relationsOf('dev.monero.nodes')).toEqual([
        'dependencyOf resource:default/dev.monero.rig.miners',
        'dependsOn resource:default/dev',
        'ownedBy group:default/guests',
        'partOf resource:default/dev.monero.lab.network',
        'partOf system:default/monero',
      ]);
      expect(relationsOf('dev.monero.lab.network')).toContain(
        'hasPart resource:default/dev.monero.nodes',
      );
      expect(relationsOf('dev.monero.rig.miners')).toContain(
        'dependsOn resource:default/dev.monero.nodes',
      );
      expect(relationsOf('dev')).toHaveLength(4);

      answer.current = answerOf([]);
      await scheduler.triggerTask(TASK);
      // The cluster itself stays.
      await until(base, all => all.length === 1);
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
