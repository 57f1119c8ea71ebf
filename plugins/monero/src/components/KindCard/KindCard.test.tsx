import { screen } from '@testing-library/react';
import {
  anOpenNetwork,
  MINING_SET_ENTITY,
  NETWORK_ENTITY,
  renderPage,
} from '../../__testUtils__';
import { MiningSetCard, NetworkCard } from './KindCard';

describe('the cards of the overview', () => {
  it('tells how a network is', async () => {
    renderPage(<NetworkCard />, {
      entity: NETWORK_ENTITY,
      api: { getNetwork: async () => anOpenNetwork() },
    });
    expect(await screen.findByText('Not closed')).toBeVisible();
    expect(screen.getByText('4 In sync')).toBeVisible();
    expect(screen.getByText('1 No pod')).toBeVisible();
  });

  it('tells how a mining set is', async () => {
    renderPage(<MiningSetCard />, { entity: MINING_SET_ENTITY });
    expect(
      await screen.findByText('Both miners mine, 1.2 kH/s in all.'),
    ).toBeVisible();
    expect(screen.getByText('2 Mining')).toBeVisible();
  });
});
