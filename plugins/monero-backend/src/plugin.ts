import {
  coreServices,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createKubeClient } from '@monero-portal/kube-client';
import { registerActions } from './actions';
import { compose } from './compose';
import { readProposalLimit } from './config/readProposalLimit';
import { createGranter } from './permissions';
import { registerPermissions } from './permissions/registerPermissions';
import { createRouter } from './router';
import { ActorService } from './services/actors';
import { HistoryStore, type HistoryService } from './services/history';
import { ProposalLimit } from './services/limit';
import { NoticeStore } from './services/notices';
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
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        registry: actionsRegistryServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { config, lifecycle, permissionsRegistry } = deps;
        const stop = new AbortController();
        lifecycle.addShutdownHook(() => stop.abort());
        // Brings every table up to date.
        const store = await ProposalStore.create(deps.database);
        const db = await deps.database.getClient();
        const { start, webhooks, ...services } = compose({
          ...deps,
          store,
          historyStore: new HistoryStore(db),
          noticeStore: new NoticeStore(db),
          limit: new ProposalLimit(db, readProposalLimit(config)),
          signal: stop.signal,
          connect: target =>
            createKubeClient(target, { userAgent: 'monero-portal' }),
        });
        const { health, history } = services;
        const rulesets = registerPermissions(permissionsRegistry, {
          health,
          store,
        });
        const granter = createGranter({ ...deps, rulesets });
        const actors = new ActorService(deps);
        const parts = { ...deps, ...services, actors };
        deps.httpRouter.use(createRouter({ ...parts, webhooks, granter }));
        registerActions({
          ...parts,
          granter,
          portalUrl: (config.getOptionalString('app.baseUrl') ?? '').replace(
            /\/$/,
            '',
          ),
        });
        // Forges have no account here; their signature is checked.
        deps.httpRouter.addAuthPolicy({
          path: '/webhooks',
          allow: 'unauthenticated',
        });
        lifecycle.addStartupHook(async () => {
          start();
          await scheduleHistory(deps.scheduler, history);
        });
      },
    });
  },
});

/** Every portal measures for itself; one of them tidies up for all. */
async function scheduleHistory(
  scheduler: SchedulerService,
  history: HistoryService,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'monero-history-record',
    scope: 'local',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: () => history.record(),
  });
  await scheduler.scheduleTask({
    id: 'monero-history-compact',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: () => history.compact(),
  });
}
