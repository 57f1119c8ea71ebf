import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { MoneroClient } from '@monero-portal/plugin-monero-common';
import { readCollatorSettings } from './config';
import { MoneroReader } from './MoneroReader';
import { ObjectCollatorFactory } from './ObjectCollatorFactory';
import { ProposalCollatorFactory } from './ProposalCollatorFactory';

/** Puts node sets, networks, mining sets and proposals into the portal's search. */
export const searchModuleMonero = createBackendModule({
  pluginId: 'search',
  moduleId: 'monero-collator',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, index, scheduler }) {
        const { schedule, locationTemplate } = readCollatorSettings(config);
        const reader = new MoneroReader({
          client: new MoneroClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
          auth,
        });
        const factories = [
          new ObjectCollatorFactory(reader, locationTemplate),
          new ProposalCollatorFactory(reader),
        ];
        for (const factory of factories) {
          index.addCollator({
            schedule: scheduler.createScheduledTaskRunner(schedule),
            factory,
          });
        }
      },
    });
  },
});
