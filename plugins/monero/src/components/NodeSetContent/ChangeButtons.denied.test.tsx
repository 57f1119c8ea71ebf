import { screen } from '@testing-library/react';
import { renderPage } from '../../__testUtils__';
import { ChangeButtons } from './ChangeButtons';

// In a file of its own: permissions that were asked for once are remembered.
it('disables the buttons without the permission, and names it', async () => {
  renderPage(
    <ChangeButtons
      nodeSetRef={{ cluster: 'dev', namespace: 'wallets', name: 'wallet-eu' }}
    />,
    { changeTemplate: true, allowed: false },
  );

  expect(
    await screen.findByText(/it takes the permission monero\.proposal\.create/),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Scale' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Change' })).toBeDisabled();
});
