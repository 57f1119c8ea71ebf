import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { MoneroClient } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import {
  externalRoutes,
  proposalRouteRef,
  proposalsRouteRef,
  rootRouteRef,
} from '../routes';

/** Where pages are mounted. */
export const mounts = {
  root: convertLegacyRouteRef(rootRouteRef),
  proposals: convertLegacyRouteRef(proposalsRouteRef),
};

/** The plugin, for apps of Backstage's old frontend system. */
export const moneroPlugin = createPlugin({
  id: 'monero',
  apis: [
    createApiFactory({
      api: moneroApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MoneroClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { ...mounts, proposal: convertLegacyRouteRef(proposalRouteRef) },
  externalRoutes: {
    newFromTemplate: convertLegacyRouteRef(externalRoutes.newFromTemplate),
  },
});
