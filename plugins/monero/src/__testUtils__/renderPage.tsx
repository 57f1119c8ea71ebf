import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import {
  mockApis,
  renderInTestApp,
  type TestApiPair,
} from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../api';
import { externalRoutes, proposalsRouteRef, rootRouteRef } from '../routes';
import { fakeMoneroApi } from './fakeMoneroApi';
import { NODE_SET_ENTITY, OWNERS } from './fixtures';

/** What a page is rendered with. */
export interface PageOptions {
  /** Answers of the backend that differ from the fixtures. */
  api?: Partial<MoneroApi>;
  /** Entities of the catalog; the node set of the fixtures by default. */
  entities?: Entity[];
  /** Whether the user has every permission; true by default. */
  allowed?: boolean;
  /** The entity whose page it is on. */
  entity?: Entity;
  /** Whether the app has a scaffolder to link to. */
  scaffolder?: boolean;
  /** Where the element is mounted, and the address that is open. */
  mountPath?: string;
  path?: string;
}

/** Renders a page in an app with a backend, a catalog and permissions in memory. */
export function renderPage(element: JSX.Element, options: PageOptions = {}) {
  const { api, entities, allowed = true, entity, mountPath, path } = options;
  return renderInTestApp(
    entity ? (
      <EntityProvider entity={entity}>{element}</EntityProvider>
    ) : (
      element
    ),
    {
      apis: [
        [moneroApiRef, fakeMoneroApi(api)] as TestApiPair<MoneroApi>,
        [
          catalogApiRef,
          new InMemoryCatalogClient({
            entities: entities ?? [NODE_SET_ENTITY, ...OWNERS],
          }),
        ],
        mockApis.identity({
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest', 'group:default/wallets'],
        }),
        mockApis.permission({
          authorize: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
      mountedRoutes: {
        '/monero/node-sets': rootRouteRef,
        '/monero/proposals': proposalsRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(options.scaffolder && {
          '/create/templates/:namespace/:templateName':
            externalRoutes.newFromTemplate,
        }),
      },
      ...(mountPath && { mountPath }),
      ...(path && { initialRouteEntries: [path] }),
    },
  );
}
