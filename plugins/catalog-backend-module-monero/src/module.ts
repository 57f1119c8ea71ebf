import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { MoneroClient } from '@monero-portal/plugin-monero-common';
import { readProviderSettings } from './config';
import { MoneroPartsProcessor } from './MoneroPartsProcessor';
import { MoneroProvider } from './MoneroProvider';

/**
 * Puts every node set, network and mining set of every cluster that monero-backend watches into
 * the catalog.
 */
export const catalogModuleMonero = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'monero',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, discovery, logger, scheduler }) {
        const settings = readProviderSettings(config);
        catalog.addProcessor(new MoneroPartsProcessor());
        catalog.addEntityProvider(
          new MoneroProvider({
            client: new MoneroClient({
              discoveryApi: discovery,
              fetchApi: { fetch },
            }),
            auth,
            logger,
            taskRunner: scheduler.createScheduledTaskRunner(settings.schedule),
            defaults: settings,
          }),
        );
      },
    });
  },
});
