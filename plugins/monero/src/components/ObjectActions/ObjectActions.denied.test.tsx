import { screen } from '@testing-library/react';
import { renderPage } from '../../__testUtils__';
import { ObjectActions } from './ObjectActions';

// In a file of its own: permissions that were asked for once are remembered.
it('disables the buttons without the permission, and names it', async () => {
  renderPage(
    <ObjectActions
      objectRef={{
        kind: 'MoneroNodeSet',
        cluster: 'dev',
        namespace: 'wallets',
        name: 'wallet-eu',
      }}
    />,
    { scaffolder: true, allowed: false },
  );

  expect(
    await screen.findByText(/it takes the permission monero\.proposal\.create/),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Scale' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Change' })).toBeDisabled();
});
