import { screen, within } from '@testing-library/react';
import {
  aCluster,
  aDegradedNodeSet,
  ago,
  aNodeSet,
  failing,
  renderPage,
} from '../../__testUtils__';
import { FleetPage } from './FleetPage';

describe('FleetPage', () => {
  it('lists the node sets in trouble first, and links to those in the catalog', async () => {
    renderPage(<FleetPage />, {
      api: {
        getNodeSets: async () => ({
          items: [aNodeSet({ name: 'calm', uid: '1' }), aDegradedNodeSet()],
          clusters: [aCluster()],
        }),
      },
    });

    const list = await screen.findByRole('list', { name: 'Node sets' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /wallet-eu.*Degraded.*2 of 3 nodes in sync.*In sync2 \/ 3.*dev \/ wallets/,
    );
    expect(second).toHaveTextContent(/calm.*Healthy/);
    expect(
      await within(first).findByRole('link', { name: 'wallet-eu' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/dev.wallets.wallet-eu/nodes',
    );
    expect(within(second).queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByText('5 / 6')).toBeInTheDocument();
  });

  it('shows the other clusters while one is away', async () => {
    renderPage(<FleetPage />, {
      api: {
        getNodeSets: async () => ({
          items: [aNodeSet()],
          clusters: [
            aCluster(),
            aCluster({
              name: 'lab-2',
              state: 'unreachable',
              since: ago(190),
              error: 'It refuses connections.',
            }),
          ],
        }),
      },
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Cluster lab-2 has not answered for 3 min.*It refuses connections\./,
    );
    expect(screen.getByText('wallet-eu')).toBeInTheDocument();
  });

  it.each([
    ['no node set runs', [aCluster()], /No node set runs on dev yet/],
    ['no cluster is configured', [], /No cluster is configured/],
  ])('says what to do when %s', async (_, clusters, expected) => {
    renderPage(<FleetPage />, {
      api: { getNodeSets: async () => ({ items: [], clusters }) },
    });

    expect(await screen.findByText(expected)).toBeInTheDocument();
  });

  it('names the permission when the user may not see it', async () => {
    renderPage(<FleetPage />, {
      api: { getNodeSets: failing(403, 'NotAllowedError', 'no') },
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monero.nodeset.read',
    );
  });
});
