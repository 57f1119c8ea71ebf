import { screen, within } from '@testing-library/react';
import type { FleetItem } from '@monero-portal/plugin-monero-common';
import {
  aCluster,
  aFleetItem,
  aSnapshot,
  failing,
  renderPage,
} from '../../__testUtils__';
import { HomeWidget } from './HomeWidget';

const render = (items: FleetItem[], clusters = [aCluster()]) =>
  renderPage(<HomeWidget />, {
    api: { getSnapshot: async () => aSnapshot({ items, clusters }) },
  });

const forked = (name: string): FleetItem =>
  aFleetItem({
    name,
    uid: name,
    severity: 'critical',
    verdict: { state: 'Forked', headline: '2 of 3 nodes in sync.' },
  });

describe('the home page widget', () => {
  it('is one calm line where all is well', async () => {
    render([aFleetItem()]);
    expect(
      await screen.findByText('The only one is fine.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'The whole fleet' }),
    ).toHaveAttribute('href', '/monero/node-sets');
  });

  it('names the worst five, and leads to all that need a look', async () => {
    render([
      aFleetItem(),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map(each => forked(each)),
    ]);
    expect(await screen.findByText('6 of 7 need a look.')).toBeInTheDocument();
    const list = screen.getByRole('list', { name: 'Needs a look' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(within(list).getAllByText('Forked')).toHaveLength(5);
    expect(
      screen.getByRole('link', { name: 'All 6 that need a look' }),
    ).toHaveAttribute('href', '/monero/node-sets?state=look');
  });

  it('says which cluster is away', async () => {
    render([aFleetItem()], [aCluster({ name: 'lab', state: 'unreachable' })]);
    expect(await screen.findByText('Not reachable: lab.')).toBeInTheDocument();
  });

  it('names the permission when the user may not see it', async () => {
    renderPage(<HomeWidget />, {
      api: { getSnapshot: failing(403, 'NotAllowedError', 'no') },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /monero\.nodeset\.read/,
    );
  });
});
