import { screen } from '@testing-library/react';
import { aMergedProposal, renderPage } from '../../__testUtils__';
import { WayBackLink } from './WayBackLink';

// In a file of its own: permissions that were asked for once are remembered.
it('names the permission that it takes', async () => {
  renderPage(<WayBackLink proposal={aMergedProposal()} />, {
    scaffolder: true,
    allowed: false,
  });
  expect(
    await screen.findByText(
      /No way back from here: you may not propose changes.*monero\.proposal\.create/,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
