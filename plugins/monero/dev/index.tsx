import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { moneroApiRef } from '../src/api';
import moneroPlugin, { moneroScaffolderModule } from '../src';
import { NODE_SET_ENTITY } from '../src/__testUtils__/fixtures';
import { MINING_SET_ENTITY, NETWORK_ENTITY } from '../src/__testUtils__/kinds';
import { devMoneroApi } from './devMoneroApi';
import { devScaffolderApi, OWNER_ENTITY, TEMPLATE_ENTITY } from './devTemplate';

const entities = [
  NODE_SET_ENTITY,
  NETWORK_ENTITY,
  MINING_SET_ENTITY,
  OWNER_ENTITY,
  TEMPLATE_ENTITY,
];

/** The plugin with a backend, a catalog and a template in memory: `yarn start`. */
createDevApp({
  features: [
    catalogPlugin,
    scaffolderPlugin,
    moneroPlugin,
    moneroScaffolderModule,
    createFrontendModule({
      pluginId: 'monero',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: moneroApiRef,
              deps: {},
              factory: () => devMoneroApi(),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: catalogApiRef,
              deps: {},
              factory: () => new InMemoryCatalogClient({ entities }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'scaffolder',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: scaffolderApiRef,
              deps: {},
              factory: () => devScaffolderApi(),
            }),
        }),
      ],
    }),
  ],
});
