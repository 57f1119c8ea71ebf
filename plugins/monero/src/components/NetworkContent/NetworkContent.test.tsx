import { screen, within } from '@testing-library/react';
import {
  aNetwork,
  anOpenNetwork,
  failing,
  NETWORK_ENTITY,
  renderPage,
} from '../../__testUtils__';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { NetworkContent } from './NetworkContent';

const render = (getNetwork: MoneroApi['getNetwork']) =>
  renderPage(<NetworkContent />, {
    entity: NETWORK_ENTITY,
    api: { getNetwork },
  });

describe('NetworkContent', () => {
  it('is calm about a closed network', async () => {
    render(async () => aNetwork());
    expect(await screen.findByText('All 5 members in sync.')).toBeVisible();
    expect(
      screen.getByRole('img', { name: '10 of 10 links are there, 0 missing.' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Every member is connected to every other.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('What was found')).not.toBeInTheDocument();
  });

  it('shows what is missing in the map, and says the same beside it', async () => {
    render(async () => anOpenNetwork());
    expect(
      await screen.findByRole('img', {
        name: '4 of 10 links are there, 2 missing, 4 unknown.',
      }),
    ).toBeInTheDocument();
    const missing = screen.getByRole('list', { name: 'Missing links' });
    expect(missing).toHaveTextContent('Member 3 and 0, 1');
    expect(
      screen.getByRole('list', { name: 'Unknown links' }),
    ).toHaveTextContent('Member 4 and 0, 1, 2, 3');
    const found = screen.getByRole('list', { name: 'What was found' });
    expect(found).toHaveTextContent(
      /Needs a look.*Member 3 has lost 2 of its 4/,
    );
    const members = screen.getByRole('list', { name: 'Members' });
    expect(within(members).getAllByRole('listitem')).toHaveLength(5);
    expect(members).toHaveTextContent(/lab-4.*No pod/);
  });

  it('says that no members are wanted', async () => {
    render(async () =>
      aNetwork({
        replicas: 0,
        members: [],
        links: { expected: 0, missing: [], unknown: [] },
      }),
    );
    expect(await screen.findByText('No members are wanted.')).toBeVisible();
  });

  it('shows the last known state with its age', async () => {
    render(async () => aNetwork({ stale: true }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cluster dev has not answered for',
    );
  });

  it.each([
    [403, 'NotAllowedError', 'monero.nodeset.read'],
    [404, 'NotFoundError', 'Cluster dev has no network lab'],
    [500, 'Error', 'no'],
  ])('says what %i means', async (status, name, words) => {
    render(failing(status, name, 'no'));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});
