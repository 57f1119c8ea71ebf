import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { MoneroClient } from '@monero-portal/plugin-monero-common';
import { createEditManifestAction } from './actions/editManifest';
import { createManifestAction } from './actions/manifest';
import { createProposeAction } from './actions/propose';
import { createReadManifestAction } from './actions/readManifest';

/** Adds the actions `monero:manifest`, `monero:manifest:edit`, `monero:manifest:read` and `monero:gitops:propose`. */
export const scaffolderModuleMonero = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'monero',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, config, discovery }) {
        const client = new MoneroClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        actions.addActions(
          createEditManifestAction({ auth, client }),
          createManifestAction({ auth, client, config }),
          createProposeAction({ auth, client, config }),
          createReadManifestAction({ auth, client }),
        );
      },
    });
  },
});
