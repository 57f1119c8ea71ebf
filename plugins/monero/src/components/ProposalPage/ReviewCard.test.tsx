import { screen } from '@testing-library/react';
import { aProposal, renderPage } from '../../__testUtils__';
import { ReviewCard } from './ReviewCard';

// In a file of its own: answers about permissions are cached for all of a file.
it('says which permission is missing to merge', async () => {
  renderPage(<ReviewCard proposal={aProposal()} onChanged={jest.fn()} />, {
    allowed: false,
  });

  expect(
    await screen.findByText(/it takes the permission monero\.proposal\.merge/),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Close' })).toBeDisabled();
});
