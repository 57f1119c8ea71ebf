import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aGitManifest, failing, renderForm } from '../../__testUtils__';
import { changeFormOf } from '../form';

const REF = { cluster: 'dev', namespace: 'wallets', name: 'wallet-eu' };

function asInGit() {
  return JSON.parse(JSON.stringify(changeFormOf(REF, aGitManifest())));
}

jest.setTimeout(20_000);

describe('the step "Change"', () => {
  it('says what is changed, and shows the file with the change and its comments', async () => {
    renderForm('Change', { initialState: { ...asInGit(), replicas: 3 } });

    expect(
      await screen.findByRole('heading', { name: 'wallet-eu' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('node set, cluster dev, namespace wallets'),
    ).toBeInTheDocument();
    expect(await screen.findByText(/replicas: 3 # see/)).toBeInTheDocument();
    expect(screen.getByText('# Wallets of the shop.')).toBeInTheDocument();
    expect(
      screen.getByText('clusters/dev/wallets/wallet-eu.yaml'),
    ).toBeInTheDocument();
  });

  it('says beside the field and in the file that disks only grow', async () => {
    const user = userEvent.setup();
    renderForm('Change', { initialState: asInGit() });

    const disk = await screen.findByRole('textbox', { name: /Disk per node/ });
    await screen.findByText(/diskSize: 100Gi/);
    await user.clear(disk);
    await user.type(disk, '50Gi');
    expect(disk).toBeInvalid();
    expect(disk).toHaveAccessibleDescription(/shrink|smaller|grow/);
    expect(await screen.findByText('1 problem left')).toBeInTheDocument();
  });

  it('says why the file cannot be shown', async () => {
    renderForm('Change', {
      initialState: asInGit(),
      api: { getManifest: failing(404, 'NotFoundError', 'Git has none.') },
    });

    expect(await screen.findByText('Git has none.')).toBeInTheDocument();
  });

  it('leads to the page of a node set when it was opened without one', async () => {
    renderForm('Change');

    expect(
      await screen.findByText(/opened from the page of what it changes/),
    ).toBeInTheDocument();
  });
});
