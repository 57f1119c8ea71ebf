import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCluster, failing, renderForm, review } from '../../__testUtils__';

async function choose(label: RegExp, option: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

// Typing into a whole form takes its time on a busy machine.
jest.setTimeout(20_000);

describe('the step "Where"', () => {
  it('says while a name is typed what is wrong with it, and stops when it is right', async () => {
    const user = userEvent.setup();
    renderForm('Where');

    const name = await screen.findByRole('textbox', { name: /Name/ });
    await user.type(name, 'Wallet EU');
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(
      /'Wallet EU' cannot name a node set: use lower-case letters/,
    );

    await user.clear(name);
    await user.type(name, 'wallet-us');
    expect(name).toBeValid();
  });

  it('says how long a name may be', async () => {
    renderForm('Where', { initialState: { name: 'a'.repeat(41) } });

    expect(
      await screen.findByRole('textbox', { name: /Name/ }),
    ).toHaveAccessibleDescription(
      /A node set's name has at most 40 characters/,
    );
  });

  it('fills in the only cluster, and offers its namespaces', async () => {
    renderForm('Where');

    expect(
      await screen.findByRole('button', { name: /dev.*Cluster/ }),
    ).toBeInTheDocument();
    await choose(/Namespace/, /wallets/);
    expect(
      screen.getByRole('button', { name: /wallets.*Namespace/ }),
    ).toBeInTheDocument();
  });

  it('offers each cluster with its machines and whether it answers', async () => {
    renderForm('Where', {
      api: {
        getClusters: async () => ({
          items: [
            aCluster(),
            aCluster({
              name: 'lab-2',
              state: 'unreachable',
              kubeNodes: 1,
              namespaces: ['lab'],
            }),
          ],
        }),
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: /Choose a cluster Cluster/ }),
    );
    const options = within(await screen.findByRole('listbox')).getAllByRole(
      'option',
    );
    expect(options.map(option => option.textContent)).toEqual([
      'dev3 machines, connected',
      'lab-21 machine, not reachable now',
    ]);
    await userEvent.click(options[1]);
    expect(
      await screen.findByRole('button', { name: /lab Namespace/ }),
    ).toBeInTheDocument();
  });

  it.each([
    [
      { cluster: 'nowhere', namespace: 'x' },
      'The portal knows no cluster nowhere. It knows: dev.',
    ],
    [
      { cluster: 'dev', namespace: 'kube-system' },
      'Namespace kube-system of cluster dev takes no proposals. These do: monero, wallets.',
    ],
  ])('says what is wrong with %j', async (target, message) => {
    renderForm('Where', { initialState: { target } });

    expect(await screen.findByText(message)).toBeInTheDocument();
  });

  it('says that a cluster without a repository takes no proposals', async () => {
    renderForm('Where', {
      api: {
        getClusters: async () => ({ items: [aCluster({ namespaces: [] })] }),
      },
    });

    expect(
      await screen.findByText(/No GitOps repository is configured/),
    ).toBeInTheDocument();
  });

  it('says why the clusters cannot be loaded, and tries again', async () => {
    const getClusters = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away.'))
      .mockResolvedValue({ items: [aCluster()] });
    renderForm('Where', { api: { getClusters } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /dev.*Cluster/ }),
    ).toBeInTheDocument();
  });

  it('says that the user may not see the clusters', async () => {
    renderForm('Where', {
      api: { getClusters: failing(403, 'NotAllowedError', 'no') },
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the clusters',
    );
  });

  it('does not go on with a cluster that the portal does not know', async () => {
    renderForm('Where', {
      initialState: {
        name: 'wallet-us',
        owner: 'group:default/wallets',
        target: { cluster: 'nowhere', namespace: 'x' },
      },
    });

    await review();
    expect(
      await screen.findByText(
        /'Cluster and namespace' The portal knows no cluster nowhere/,
      ),
    ).toBeInTheDocument();
  });

  it('says what is needed when it is left out', async () => {
    renderForm('Where');

    await screen.findByRole('button', { name: /dev.*Cluster/ });
    await review();
    expect(await screen.findByText('Name is needed.')).toBeInTheDocument();
    expect(await screen.findByText('Owner is needed.')).toBeInTheDocument();
    expect(
      await screen.findByText('A namespace is needed.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/^3 fields need attention:/),
    ).toHaveTextContent(
      '3 fields need attention: Name, Owner, Cluster and namespace',
    );
  });

  it('says of a name that is taken what has it, leads to its change form, and does not go on', async () => {
    renderForm('Where', {
      scaffolder: true,
      initialState: {
        name: 'wallet-eu',
        owner: 'group:default/wallets',
        target: { cluster: 'dev', namespace: 'wallets' },
      },
    });

    const link = await screen.findByRole('link', {
      name: 'Change wallet-eu instead',
    });
    // Within the page, the open form would not take what the address says.
    expect(link).toHaveAttribute('target', '_top');
    const url = new URL(link.getAttribute('href') ?? '', 'http://x');
    expect(url.pathname).toBe(
      '/create/templates/default/monero-node-set-change',
    );
    expect(JSON.parse(url.searchParams.get('formData') ?? '')).toMatchObject({
      object: { kind: 'MoneroNodeSet', name: 'wallet-eu' },
      replicas: 2,
    });
    expect(
      screen.getByRole('textbox', { name: /Name/ }),
    ).toHaveAccessibleDescription(
      /There is a node set wallet-eu already: Git has clusters\/dev\/wallets\/wallet-eu\.yaml/,
    );

    await review();
    expect(
      await screen.findByText(/'Name' There is a node set wallet-eu already/),
    ).toBeInTheDocument();
  });

  it('says that it cannot tell whether a name is free', async () => {
    renderForm('Where', {
      api: {
        getManifest: failing(503, 'ServiceUnavailableError', 'Git is away.'),
      },
      initialState: {
        name: 'wallet-us',
        owner: 'group:default/wallets',
        target: { cluster: 'dev', namespace: 'wallets' },
      },
    });

    await review();
    expect(
      await screen.findByText(
        /'Name' Whether the name is free cannot be told: Git is/,
      ),
    ).toBeInTheDocument();
  });

  it('offers owners, those of the user first, and closes the list after a choice', async () => {
    renderForm('Where');

    await userEvent.click(
      await screen.findByRole('button', { name: /Choose an owner/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'Team walletsteam, yours',
      'Team platformteam',
    ]);
    await userEvent.click(options[0]);
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Team wallets.*Owner/ }),
    ).toBeInTheDocument();
  });

  it('goes on when all is right', async () => {
    renderForm('Where', {
      initialState: {
        name: 'wallet-us',
        owner: 'group:default/wallets',
        target: { cluster: 'dev', namespace: 'wallets' },
      },
    });

    await review();
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
