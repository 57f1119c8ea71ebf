import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createKubeClient } from '@monero-portal/kube-client';
import { moneroPermissions } from '@monero-portal/plugin-monero-common';
import { compose } from './compose';
import { createRouter } from './router';
import { ActorService } from './services/actors';
import { ProposalStore } from './services/proposals';

/**
 * The backend of the Monero plugin: health of node sets, and proposals of
 * changes to them. It starts before its clusters do and waits for them.
 */
export const moneroPlugin = createBackendPlugin({
  pluginId: 'monero',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { config, logger, signals, lifecycle, permissionsRegistry } =
          deps;
        const stop = new AbortController();
        lifecycle.addShutdownHook(() => stop.abort());
        permissionsRegistry.addPermissions(moneroPermissions);
        const { health, fleet, proposals, webhooks, start } = compose({
          config,
          logger,
          signals,
          store: await ProposalStore.create(deps.database),
          signal: stop.signal,
          connect: target =>
            createKubeClient(target, { userAgent: 'monero-portal' }),
        });
        deps.httpRouter.use(
          createRouter({
            ...deps,
            health,
            fleet,
            proposals,
            webhooks,
            actors: new ActorService(deps),
          }),
        );
        // Forges have no account here; their signature is checked.
        deps.httpRouter.addAuthPolicy({
          path: '/webhooks',
          allow: 'unauthenticated',
        });
        lifecycle.addStartupHook(start);
      },
    });
  },
});
