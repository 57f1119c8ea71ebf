import { screen, within } from '@testing-library/react';
import {
  NODE_SET_DOCUMENT,
  PROPOSAL_DOCUMENT,
  renderPage,
} from '../../__testUtils__';
import { SearchResultItem } from './SearchResultItem';

async function factsOf(title: string): Promise<(string | null)[]> {
  const list = await screen.findByRole('list', { name: `About ${title}` });
  return within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

describe('SearchResultItem', () => {
  it('says of an object where it is, how it was, and how long ago that was', async () => {
    renderPage(<SearchResultItem result={NODE_SET_DOCUMENT} />);
    expect(
      await screen.findByRole('link', { name: 'wallet-eu' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/dev.wallets.wallet-eu',
    );
    expect(screen.getByText('Degraded')).toBeVisible();
    expect(screen.getByText('No node in sync.')).toBeVisible();
    expect(await factsOf('wallet-eu')).toEqual([
      'node set wallet-eu',
      'dev / wallets',
      'mainnet',
      'as of 3 min ago',
      'owner wallets',
    ]);
  });

  it('says of a proposal whose it is and that it is in conflict', async () => {
    renderPage(<SearchResultItem result={PROPOSAL_DOCUMENT} />);
    expect(await screen.findByText('Conflict')).toBeVisible();
    expect(await factsOf(PROPOSAL_DOCUMENT.title)).toEqual([
      'node set wallet-eu',
      'dev / wallets',
      'proposal #7',
      'by ana, 2 h ago',
    ]);
  });

  it('marks what was searched where the search engine says where it is', async () => {
    const highlight = {
      preTag: '<m>',
      postTag: '</m>',
      fields: {
        title: '<m>wallet</m>-eu',
        text: 'abcdef.<m>onion</m>.',
      },
    };
    renderPage(
      <SearchResultItem result={NODE_SET_DOCUMENT} highlight={highlight} />,
    );
    expect(
      await screen.findByRole('link', { name: 'wallet-eu' }),
    ).toContainHTML('<mark');
    expect(screen.getByText('onion').tagName).toBe('MARK');
  });

  it('shows a result of a state that it does not know', async () => {
    const later = { ...NODE_SET_DOCUMENT, state: 'Resting' as 'Paused' };
    renderPage(<SearchResultItem result={later} />);
    expect(await screen.findByText('Resting')).toBeVisible();
  });
});
