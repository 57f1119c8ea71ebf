import { screen, waitFor } from '@testing-library/react';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
  type TestApiPair,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { fakeMoneroApi, NODE_SET_ENTITY } from './__testUtils__';
import moneroPlugin, { moneroApiRef, moneroScaffolderModule } from '.';

// Pages are loaded when they are opened, which takes its time on a busy machine.
const PATIENCE = { timeout: 15_000 };
jest.setTimeout(30_000);

function open(path: string) {
  return renderTestApp({
    features: [moneroPlugin],
    apis: [
      [moneroApiRef, fakeMoneroApi()] as TestApiPair<MoneroApi>,
      [catalogApiRef, new InMemoryCatalogClient({ entities: [] })],
      mockApis.permission(),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
  });
}

describe('moneroPlugin', () => {
  it.each([
    ['/monero', 'Fleet'],
    ['/monero/node-sets', 'Fleet'],
    ['/monero/proposals', 'Proposals'],
    ['/monero/proposals/41', 'Upgrade wallet-eu to 0.18.4.0'],
  ])('shows at %s the page "%s"', async (path, title) => {
    open(path);

    await waitFor(
      () =>
        expect(
          screen.getByRole('heading', { name: title }),
        ).toBeInTheDocument(),
      PATIENCE,
    );
  });

  it('has entries for the fleet and the proposals in the navigation', async () => {
    open('/monero');

    expect(await screen.findByRole('link', { name: 'Monero' })).toHaveAttribute(
      'href',
      '/monero/node-sets',
    );
    expect(screen.getByRole('link', { name: 'Proposals' })).toHaveAttribute(
      'href',
      '/monero/proposals',
    );
  });

  it('offers a widget to the home page', () => {
    const widget = createExtensionTester(
      moneroPlugin.getExtension('home-page-widget:monero/fleet'),
    ).get(HomePageWidgetBlueprint.dataRefs.widget);

    expect(widget).toMatchObject({ name: 'MoneroFleet', title: 'Monero' });
  });

  it('puts the tab "Nodes" on entities of node sets, and on no others', () => {
    const tester = createExtensionTester(
      moneroPlugin.getExtension('entity-content:monero/nodes'),
    );
    const filter = tester.get(EntityContentBlueprint.dataRefs.filterFunction);

    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe('Nodes');
    expect(filter?.(NODE_SET_ENTITY)).toBe(true);
    expect(filter?.({ ...NODE_SET_ENTITY, spec: { type: 'database' } })).toBe(
      false,
    );
    expect(filter?.({ ...NODE_SET_ENTITY, kind: 'Component' })).toBe(false);
  });
});

it('offers the fields that the templates name', async () => {
  const fields = await import('./scaffolder/fields');

  expect(moneroScaffolderModule.pluginId).toBe('scaffolder');
  expect(
    Object.values(fields)
      .map(({ options }) => options.name)
      .sort(),
  ).toEqual([
    'MoneroAddress',
    'MoneroArguments',
    'MoneroChain',
    'MoneroClusterNamespace',
    'MoneroImage',
    'MoneroManifestPreview',
    'MoneroName',
    'MoneroObject',
    'MoneroOwner',
    'MoneroProblems',
    'MoneroQuantity',
    'MoneroReplicas',
    'MoneroRetire',
    'MoneroReview',
    'MoneroSwitch',
    'MoneroWork',
  ]);
});
