import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aGitManifest,
  aFleetItem,
  aProposal,
  aSnapshot,
  MINERS_MANIFEST,
  NETWORK_MANIFEST,
  renderForm,
  review,
  type FormOptions,
} from '../../__testUtils__';
import { changeFormOf } from '../form';

const WHERE = {
  name: 'miners',
  target: { cluster: 'dev', namespace: 'wallets' },
};
const MAINNET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

function manifest() {
  return screen.findByRole('region', { name: 'Manifest' });
}

// Typing into a whole form takes its time on a busy machine.
jest.setTimeout(30_000);

describe('the step "Members" of a network', () => {
  it('says what twenty members cost, and shows what becomes of them', async () => {
    renderForm('Members', {
      initialState: {
        ...WHERE,
        kind: 'MoneroNetwork',
        name: 'regtest',
        replicas: 20,
      },
    });

    expect(
      await screen.findByText(
        /Needs 20 × 1 GiB of disk and about 5 GiB of memory\. dev has 3 machines: some will run more than one member\./,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('20 of one node each, regtest-0 to regtest-19'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('190: each member with the 19 others'),
    ).toBeInTheDocument();
    expect(await manifest()).toHaveTextContent(
      /kind: MoneroNetwork.*replicas: 20/,
    );
  });

  it('says beside the field why a member may not have a peer of its own', async () => {
    const user = userEvent.setup();
    renderForm('Members', {
      initialState: { ...WHERE, kind: 'MoneroNetwork' },
    });

    await user.click(
      await screen.findByRole('combobox', { name: /arguments/ }),
    );
    await user.paste('--add-peer=10.0.0.1:18080');
    expect(
      screen.getByRole('combobox', { name: /arguments/ }),
    ).toHaveAccessibleDescription(/--add-peer is set by the network/);
  });
});

describe('the step "Miners"', () => {
  const miners = (more: FormOptions['initialState'] = {}) => ({
    ...WHERE,
    kind: 'MoneroMiningNodeSet',
    ...more,
  });

  it('writes pool, wallet and number of each miner', async () => {
    const user = userEvent.setup();
    renderForm('Miners', { initialState: miners() });

    const pool = await screen.findByRole('textbox', { name: /Pool/ });
    await user.click(pool);
    await user.paste('pool.example.org');
    expect(pool).toHaveAccessibleDescription(
      /'pool\.example\.org' is no pool: give host:port/,
    );
    await user.paste(':3333');
    expect(pool).toBeValid();
    await user.click(screen.getByRole('switch', { name: /Encrypted/ }));
    await user.click(screen.getByRole('textbox', { name: /Wallet/ }));
    await user.paste(MAINNET);
    await user.click(screen.getByRole('combobox', { name: /xmrig/ }));
    await user.paste('--rig-id=rig-$(id)');
    await user.keyboard('{Enter}');

    expect(await manifest()).toHaveTextContent(
      /- --url=pool\.example\.org:3333 - --tls - --rig-id=rig-\$\(id\) wallet: 42w4mJ/,
    );
    expect(
      await screen.findByText(/A primary address of mainnet, checksum correct/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Name of the miner at the pool.'),
    ).toBeInTheDocument();
  });

  it('says which character of a wallet is mistyped, and does not go on', async () => {
    const typo = `${MAINNET.slice(0, 20)}Q${MAINNET.slice(21)}`;
    renderForm('Miners', {
      initialState: miners({ work: { pool: 'a.example:1' }, wallet: typo }),
    });

    expect(
      await screen.findByText(/character 21 should probably be/),
    ).toBeInTheDocument();
    await review();
    expect(
      await screen.findByText(/'Wallet address' .*character 21 should/),
    ).toBeInTheDocument();
  });

  it('offers the node sets of the namespace, and checks the wallet by their network', async () => {
    const user = userEvent.setup();
    renderForm('Miners', {
      initialState: miners({ wallet: MAINNET }),
      api: {
        getSnapshot: async () =>
          aSnapshot({
            items: [
              aFleetItem({ network: 'stagenet' }),
              aFleetItem({ uid: 'b', namespace: 'elsewhere' }),
              aFleetItem({ uid: 'c', kind: 'MoneroMiningNodeSet' }),
            ],
          }),
      },
    });

    await user.click(await screen.findByRole('radio', { name: /Solo/ }));
    const picker = await screen.findByRole('combobox', { name: /Node set/ });
    await user.click(picker);
    const list = await screen.findByRole('listbox');
    expect(
      within(list)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([expect.stringMatching(/^wallet-eustagenet, \d of \d in sync$/)]);
    await user.click(within(list).getByRole('option'));
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();

    expect(await manifest()).toHaveTextContent(/daemonRef: name: wallet-eu/);
    expect(
      await screen.findByText(
        /This is an address of mainnet; give one of stagenet/,
      ),
    ).toBeInTheDocument();
  });

  it('offers the networks too, whose chain is regtest', async () => {
    const user = userEvent.setup();
    renderForm('Miners', {
      initialState: miners({ wallet: MAINNET }),
      api: {
        getSnapshot: async () =>
          aSnapshot({
            items: [aFleetItem({ kind: 'MoneroNetwork', name: 'lab' })],
          }),
      },
    });

    await user.click(await screen.findByRole('radio', { name: /Solo/ }));
    const picker = await screen.findByRole('combobox', { name: /Node set/ });
    await user.click(picker);
    const list = await screen.findByRole('listbox');
    await user.click(within(list).getByRole('option', { name: 'lab' }));
    expect(picker).toHaveValue('lab');
    expect(await manifest()).toHaveTextContent(
      /daemonRef: kind: MoneroNetwork name: lab/,
    );
    expect(
      await screen.findByText(/A primary address of mainnet, checksum correct/),
    ).toBeInTheDocument();

    await user.clear(picker);
    await user.paste('lab');
    expect(await manifest()).toHaveTextContent(/kind: MoneroNetwork name: lab/);
    await user.paste('-0');
    await user.tab(); // what is not in the open list is hidden
    expect(await manifest()).toHaveTextContent(/daemonRef: name: lab-0/);
  });

  it('says what an option for pools has no place beside a node set', async () => {
    renderForm('Miners', {
      initialState: miners({
        work: { daemon: 'later' },
        wallet: MAINNET,
        args: ['--nicehash'],
      }),
    });

    expect(
      await screen.findByText(/the miners wait until there is one/),
    ).toBeInTheDocument();
    expect(
      (await screen.findAllByText(/--nicehash is for pools: remove it/)).length,
    ).toBeGreaterThan(0);
  });

  it('does not go on without work', async () => {
    renderForm('Miners', { initialState: miners({ wallet: MAINNET }) });

    await review();
    expect(
      await screen.findByText('A pool is needed, as host:port.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });
});

describe('forms that change a network or miners', () => {
  const REF = { cluster: 'dev', namespace: 'wallets' };
  const opened = (name: string, text: string) => {
    const git = aGitManifest({ manifest: text });
    return {
      api: { getManifest: async () => git },
      initialState: JSON.parse(
        JSON.stringify(changeFormOf({ ...REF, name }, git)),
      ),
    };
  };

  it('shows the one line that scaling a network changes', async () => {
    const form = opened('regtest', NETWORK_MANIFEST);
    renderForm('Scale', {
      ...form,
      initialState: { ...form.initialState, replicas: 4, args: [] },
    });

    const box = await manifest();
    const changed = [...box.querySelectorAll('[data-change]')];
    expect(changed.map(line => line.textContent)).toEqual([
      '-removed:   replicas: 3 # for the tests',
      '+added:   replicas: 4 # for the tests',
    ]);
  });

  it('keeps the comment above a wallet that is changed', async () => {
    const form = opened('miners', MINERS_MANIFEST);
    renderForm('Change', {
      ...form,
      template: 'monero-mining-node-set-change',
      initialState: { ...form.initialState, wallet: MAINNET },
    });

    expect(await manifest()).toHaveTextContent(/# of the shop.*wallet: 42w4mJ/);
    expect(screen.queryByText(/problems? left/)).not.toBeInTheDocument();
  });

  it('says that nothing is changed yet', async () => {
    renderForm('Upgrade', opened('regtest', NETWORK_MANIFEST));

    expect(
      await screen.findByText('Nothing is changed yet.'),
    ).toBeInTheDocument();
  });

  it('tells of a file that changed after the form was opened', async () => {
    const form = opened('regtest', NETWORK_MANIFEST);
    renderForm('Scale', {
      ...form,
      api: {
        getManifest: async () =>
          aGitManifest({ manifest: NETWORK_MANIFEST, blob: 'f'.repeat(40) }),
      },
    });

    expect(
      await screen.findByText(/has changed since this form was filled in/),
    ).toBeInTheDocument();
  });

  it('tells of proposals that are still open for the same file', async () => {
    renderForm('Scale', {
      ...opened('regtest', NETWORK_MANIFEST),
      api: {
        getManifest: async () => aGitManifest({ manifest: NETWORK_MANIFEST }),
        getOpenProposals: async () => ({
          items: [aProposal({ id: 7, title: 'Grow it' })],
        }),
      },
    });

    expect(
      await screen.findByRole('link', { name: '#7 Grow it' }),
    ).toHaveAttribute('href', '/monero/proposals/7');
  });
});

describe('the step "Retire"', () => {
  const form = () => ({
    initialState: JSON.parse(
      JSON.stringify(
        changeFormOf(
          { cluster: 'dev', namespace: 'wallets', name: 'wallet-eu' },
          aGitManifest(),
        ),
      ),
    ),
  });

  it('says in plain words what becomes of the volumes', async () => {
    renderForm('Retire', form());

    expect(
      await screen.findByText(
        /The 2 volumes of 100 GiB are kept with the chain on them/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/All of its nodes stop/)).toBeInTheDocument();
  });

  it('warns where data is lost', async () => {
    const lost = aGitManifest({
      manifest: `${aGitManifest().manifest}  volumeRetention: Delete\n`,
    });
    renderForm('Retire', {
      ...form(),
      api: { getManifest: async () => lost },
    });

    expect(
      await screen.findByText(/are deleted .*This cannot be undone\./),
    ).toBeInTheDocument();
  });

  it('goes on only when the name is typed', async () => {
    const user = userEvent.setup();
    renderForm('Retire', form());

    const name = await screen.findByRole('textbox', { name: /confirm/ });
    await user.type(name, 'wallet-e');
    expect(name).toHaveAccessibleDescription(/Type wallet-eu to confirm\./);
    await review();
    expect(
      await screen.findByText(/'Name, to confirm' Type wallet-eu/),
    ).toBeInTheDocument();

    await user.type(name, 'u');
    await review();
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
