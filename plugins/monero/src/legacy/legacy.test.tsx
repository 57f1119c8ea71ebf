import { cleanup, render, screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { createApp } from '@backstage/app-defaults';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createApiFactory,
  type AnyApiFactory,
} from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { CatalogEntityPage } from '@backstage/plugin-catalog';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { ScaffolderPage, scaffolderPlugin } from '@backstage/plugin-scaffolder';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import {
  fakeMoneroApi,
  MINING_SET_ENTITY,
  NETWORK_ENTITY,
  NODE_SET_DOCUMENT,
  NODE_SET_ENTITY,
} from '../__testUtils__';
import { moneroApiRef } from '../api';
import * as fields from '../scaffolder/fields';
import {
  isMoneroKind,
  moneroFieldExtensions,
  MoneroFleetPage,
  MoneroHomeWidget,
  MoneroMiningSetCard,
  MoneroMiningSetContent,
  MoneroNetworkCard,
  MoneroNetworkContent,
  MoneroNodeSetCard,
  MoneroNodeSetContent,
  moneroPlugin,
  MoneroProposalsPage,
  MoneroSearchResultListItem,
} from '.';

// Pages are loaded when they are opened, which takes its time on a busy machine.
const PATIENCE = { timeout: 15_000 };
jest.setTimeout(30_000);

const entities = [NODE_SET_ENTITY, NETWORK_ENTITY, MINING_SET_ENTITY];
const APIS: AnyApiFactory[] = [
  createApiFactory(moneroApiRef, fakeMoneroApi()),
  createApiFactory(catalogApiRef, new InMemoryCatalogClient({ entities })),
  createApiFactory(permissionApiRef, mockApis.permission()),
];

/** An app of the old frontend system, opened at a path. */
function open(path: string, home?: JSX.Element) {
  window.history.replaceState(undefined, '', path);
  const app = createApp({
    apis: APIS,
    bindRoutes({ bind }) {
      bind(moneroPlugin.externalRoutes, {
        newFromTemplate: scaffolderPlugin.routes.selectedTemplate,
      });
    },
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/" element={home ?? <p>Home</p>} />
        <Route path="/monero/node-sets" element={<MoneroFleetPage />} />
        <Route path="/monero/proposals" element={<MoneroProposalsPage />} />
        <Route path="/create" element={<ScaffolderPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          <p>An entity</p>
        </Route>
      </FlatRoutes>
    </AppRouter>,
  );
  return render(<Root />);
}

describe('the plugin in an app of the old frontend system', () => {
  it('shows the fleet under a header, and leads to the form', async () => {
    open('/monero/node-sets');
    expect(
      await screen.findByRole('heading', { name: 'Monero' }, PATIENCE),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'New node set' }, PATIENCE),
    ).toHaveAttribute('href', '/create/templates/default/monero-node-set');
    expect(
      await screen.findByRole('link', { name: 'wallet-eu' }, PATIENCE),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/catalog\/default\/resource\//),
    );
  });

  it('lists proposals, and shows one', async () => {
    open('/monero/proposals');
    const link = await screen.findByRole(
      'link',
      { name: /Upgrade wallet-eu/ },
      PATIENCE,
    );
    const path = link.getAttribute('href') ?? '';
    expect(path).toBe('/monero/proposals/41');

    cleanup();
    open(path);
    expect(
      await screen.findByRole(
        'list',
        { name: 'How far it has come' },
        PATIENCE,
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['a node set', NODE_SET_ENTITY, <MoneroNodeSetContent key="c" />, 'Nodes'],
    ['a network', NETWORK_ENTITY, <MoneroNetworkContent key="c" />, 'Members'],
    ['miners', MINING_SET_ENTITY, <MoneroMiningSetContent key="c" />, 'Miners'],
  ])('has the tab of %s', async (_what, entity, content, text) => {
    open('/', <EntityProvider entity={entity}>{content}</EntityProvider>);
    expect(
      (await screen.findAllByText(text, undefined, PATIENCE)).length,
    ).toBeGreaterThan(0);
  });

  it('shows what the search has found', async () => {
    open(
      '/',
      <SearchResultListItemExtensions
        results={[{ type: 'monero', document: NODE_SET_DOCUMENT }]}
      >
        <MoneroSearchResultListItem />
      </SearchResultListItemExtensions>,
    );
    expect(
      await screen.findByText('No node in sync.', undefined, PATIENCE),
    ).toBeInTheDocument();
  });

  it.each([
    ['a node set', NODE_SET_ENTITY, <MoneroNodeSetCard key="c" />, /Degraded/],
    ['a network', NETWORK_ENTITY, <MoneroNetworkCard key="c" />, /Healthy/],
    ['miners', MINING_SET_ENTITY, <MoneroMiningSetCard key="c" />, /Healthy/],
  ])('has the card of %s', async (_what, entity, card, verdict) => {
    open('/', <EntityProvider entity={entity}>{card}</EntityProvider>);
    expect(
      (await screen.findAllByText(verdict, undefined, PATIENCE)).length,
    ).toBeGreaterThan(0);
  });

  it('has the content of a card of the home page', async () => {
    open('/', <MoneroHomeWidget />);
    expect(
      await screen.findByRole('link', { name: /fleet|objects/i }, PATIENCE),
    ).toHaveAttribute('href', '/monero/node-sets');
  });

  it('tells entities of the three kinds apart', () => {
    const kinds = [
      'MoneroNodeSet',
      'MoneroNetwork',
      'MoneroMiningNodeSet',
    ] as const;
    expect(
      kinds.map(kind => entities.map(entity => isMoneroKind(kind)(entity))),
    ).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  it('gives the scaffolder every field of the templates', async () => {
    function Names() {
      const found = useCustomFieldExtensions(
        <ScaffolderFieldExtensions>
          {moneroFieldExtensions}
        </ScaffolderFieldExtensions>,
      );
      return <p>{found.map(({ name }) => name).join(' ')}</p>;
    }
    open('/', <Names />);
    const names = await screen.findByText(/MoneroName/, undefined, PATIENCE);
    expect(names.textContent?.split(' ').sort()).toEqual(
      Object.values(fields)
        .map(({ options }) => options.name)
        .sort(),
    );
  });
});
