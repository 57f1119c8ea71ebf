import { screen, within } from '@testing-library/react';
import { failing, NODE_SET_ENTITY, renderPage } from '../../__testUtils__';
import { NodeSetCard } from './NodeSetCard';

describe('NodeSetCard', () => {
  it('shows the verdict, and each node in a line', async () => {
    renderPage(<NodeSetCard />, { entity: NODE_SET_ENTITY });

    expect(await screen.findByText('Degraded')).toBeInTheDocument();
    const lines = within(
      screen.getByRole('list', { name: 'Nodes' }),
    ).getAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      'wallet-eu-0In sync3,412,880',
      'wallet-eu-1Behind3,412,696',
      'wallet-eu-2Pending—',
    ]);
  });

  it('names the permission when the user may not see it', async () => {
    renderPage(<NodeSetCard />, {
      entity: NODE_SET_ENTITY,
      api: { getNodeSet: failing(403, 'NotAllowedError', 'no') },
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monero.nodeset.read',
    );
  });
});
