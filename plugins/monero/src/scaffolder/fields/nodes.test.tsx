import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderForm, review } from '../../__testUtils__';

const WHERE = {
  name: 'wallet-eu',
  target: { cluster: 'dev', namespace: 'wallets' },
};

function manifest() {
  return screen.findByRole('region', { name: 'Manifest' });
}

function argumentsInput() {
  return screen.findByRole('combobox', { name: /arguments/ });
}

// Typing into a whole form takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the step "Nodes"', () => {
  it('says what the nodes cost, and goes by the network', async () => {
    const { unmount } = renderForm('Nodes', {
      initialState: { ...WHERE, replicas: 3 },
    });
    expect(
      await screen.findByText(
        /Needs 3 × 400 GiB of disk and about 12 GiB of memory\./,
      ),
    ).toBeInTheDocument();
    unmount();

    renderForm('Nodes', {
      initialState: { ...WHERE, replicas: 2, network: 'regtest' },
    });
    expect(
      await screen.findByText(/Needs 2 × 1 GiB of disk/),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'mainnet',
      ['Whole: 400 GiB of disk per node', 'Pruned: 160 GiB of disk per node'],
    ],
    ['stagenet', ['Whole', 'Pruned']],
    ['testnet', ['Whole', 'Pruned']],
    ['regtest', ['Whole', 'Pruned']],
  ])('says of the chain what disk it takes on %s', async (network, choices) => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: { ...WHERE, network } });

    const chain = await screen.findByRole('radiogroup', { name: /Chain/ });
    expect(
      within(chain)
        .getAllByRole('radio')
        .map(radio => radio.closest('label')?.textContent),
    ).toEqual(choices);
    const either = screen.queryByText(/^Either way a disk of/);
    expect(either?.textContent ?? '').toMatch(
      network === 'mainnet'
        ? /^$/
        : `Either way a disk of ${
            network === 'regtest' ? '1' : '50'
          } GiB per node is enough`,
    );

    await user.click(within(chain).getByRole('radio', { name: /Pruned/ }));
    expect(await manifest()).toHaveTextContent(/prune: true/);
  });

  it('says how many nodes will wait when there are fewer machines', async () => {
    renderForm('Nodes', {
      initialState: { ...WHERE, replicas: 5, hardAntiAffinity: true },
    });

    expect(
      await screen.findByText(
        /dev has 3 machines: 2 of the nodes will wait for more\./,
      ),
    ).toBeInTheDocument();
  });

  it('shows the manifest, its place and what will be created, live', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    expect(await manifest()).toHaveTextContent(/name: wallet-eu.*replicas: 1/);
    expect(
      screen.getByText('clusters/dev/wallets/wallet-eu.yaml'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 pod')).toBeInTheDocument();

    const replicas = screen.getByRole('textbox', { name: /Nodes/ });
    await user.clear(replicas);
    await user.type(replicas, '3');
    await user.tab();
    await waitFor(async () =>
      expect(await manifest()).toHaveTextContent(/replicas: 3/),
    );
    expect(
      screen.getByText('3 pods, on different machines where possible'),
    ).toBeInTheDocument();
  });

  it('says while a size is typed what is wrong with it', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    const disk = await screen.findByRole('textbox', { name: /Disk/ });
    expect(disk).toHaveAttribute('placeholder', '400Gi, chosen by the network');
    await user.type(disk, '5 GB');
    expect(disk).toBeInvalid();
    expect(disk).toHaveAccessibleDescription(/5 GB/);
    expect(await manifest()).toHaveTextContent(/diskSize: 5 GB.*refused/);

    await user.clear(disk);
    await user.type(disk, '500Gi');
    expect(disk).toBeValid();
    expect(await manifest()).toHaveTextContent(/diskSize: 500Gi/);
  });

  it('adds arguments with Enter, without sending the form off, and removes them', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    await user.click(await argumentsInput());
    await user.paste('--out-peers=64');
    await user.keyboard('{Enter}');
    expect(await manifest()).toHaveTextContent(/- --out-peers=64/);
    expect(await argumentsInput()).toHaveValue('');
    expect(await argumentsInput()).toHaveFocus();
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();

    const chip = screen.getByRole('row', { name: '--out-peers=64' });
    await user.click(within(chip).getByRole('button', { name: /Remove/ }));
    expect(await manifest()).not.toHaveTextContent('--out-peers');
  });

  it('takes a whole command line, and has a button for it', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    await user.click(await argumentsInput());
    await user.paste('monerod --out-peers 64 --public-node');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await manifest()).toHaveTextContent(
      /- --out-peers - "64" - --public-node/,
    );
  });

  it('completes options, with what each does', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    await user.click(await argumentsInput());
    await user.paste('out-pee');
    const option = await screen.findByRole('option', { name: /--out-peers=/ });
    expect(option).toHaveAccessibleDescription(/Most connections to peers/);
    await user.click(option);
    await waitFor(async () =>
      expect(await argumentsInput()).toHaveValue('--out-peers='),
    );
  });

  it('adds a switch as soon as it is chosen', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    await user.click(await argumentsInput());
    await user.paste('public-n');
    await user.click(
      await screen.findByRole('option', { name: /--public-node/ }),
    );
    expect(await manifest()).toHaveTextContent(/- --public-node/);
  });

  it('says while an argument is typed why it is refused', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    await user.click(await argumentsInput());
    await user.paste('--data-dir=/mnt/xmr');
    expect(await argumentsInput()).toHaveAccessibleDescription(
      /--data-dir is set by the operator: the chain lives on the node's own volume/,
    );
    await user.keyboard('{Escape}');
    expect(await manifest()).not.toHaveTextContent('--data-dir');
  });

  it('marks a refused argument in the manifest, counts it, and does not go on', async () => {
    renderForm('Nodes', {
      initialState: { ...WHERE, args: ['--public-node', '--data-dir=/mnt'] },
    });

    expect(await manifest()).toHaveTextContent(
      /--data-dir=\/mnt.*← refused.*--data-dir is set by the operator/,
    );
    expect(screen.getByText('1 problem left')).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /--data-dir=\/mnt \(refused\)|mnt/ }),
    ).toBeInTheDocument();

    await review();
    expect(
      await screen.findByText(/'monerod arguments' --data-dir is set by/),
    ).toBeInTheDocument();
  });

  it('says beside the switch why Tor is refused, and does not go on', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: { ...WHERE, network: 'stagenet' } });

    await user.click(await screen.findByRole('switch', { name: 'Tor' }));
    expect(
      (await screen.findAllByText(/monerod knows no peer over Tor or I2P/))
        .length,
    ).toBeGreaterThan(0);
    await review();
    expect(
      await screen.findByText(/'Tor' monerod knows no peer/),
    ).toBeInTheDocument();
  });

  it('says of Tor and I2P what each gives and what it does not, side by side', async () => {
    renderForm('Nodes', { initialState: WHERE });

    const tor = await screen.findByRole('switch', { name: 'Tor' });
    expect(tor).toHaveAccessibleDescription(
      /^Every node gets an onion address.*leave over Tor only\. ?Blocks still come over the clearnet/,
    );
    expect(
      screen.getByRole('switch', { name: 'I2P' }),
    ).toHaveAccessibleDescription(
      /^Every node gets an address on I2P.* ?Blocks still come over the clearnet/,
    );
    ['tor', 'i2p'].forEach(name =>
      expect(
        document.querySelector(`[data-monero-field=${name}]`),
      ).toHaveAttribute('data-half', 'true'),
    );
  });

  it('counts at the bottom the fields that need attention, and leads to each', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: { ...WHERE, network: 'stagenet' } });

    const disk = await screen.findByRole('textbox', { name: /Disk/ });
    expect(screen.queryByText(/needs? attention/)).not.toBeInTheDocument();
    await user.type(disk, '5 GB');
    expect(
      await screen.findByText(/^1 field needs attention:/),
    ).toHaveTextContent('1 field needs attention: Disk per node');

    await user.click(screen.getByRole('switch', { name: 'Tor' }));
    expect(
      await screen.findByText(/^2 fields need attention:/),
    ).toHaveTextContent('2 fields need attention: Disk per node, Tor');
    await user.click(screen.getByRole('button', { name: 'Disk per node' }));
    expect(disk).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Tor' }));
    expect(screen.getByRole('switch', { name: 'Tor' })).toHaveFocus();

    await user.click(screen.getByRole('switch', { name: 'Tor' }));
    await user.clear(disk);
    await waitFor(() =>
      expect(screen.queryByText(/needs? attention/)).not.toBeInTheDocument(),
    );
  });

  it('turns Tor on in two lines', async () => {
    const user = userEvent.setup();
    renderForm('Nodes', { initialState: WHERE });

    await user.click(await screen.findByRole('switch', { name: 'Tor' }));
    expect(await manifest()).toHaveTextContent(/tor: enabled: true/);
    expect(
      screen.getByText(/an onion address for each node/),
    ).toBeInTheDocument();
  });

  it('goes on when all is right', async () => {
    const user = userEvent.setup();
    const onCreate = jest.fn(async () => undefined);
    renderForm('Nodes', {
      initialState: { ...WHERE, replicas: 3, args: ['--public-node'] },
      onCreate,
    });

    await review();
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith(
      expect.objectContaining({
        ...WHERE,
        network: 'mainnet',
        replicas: 3,
        args: ['--public-node'],
      }),
    );
  });
});
