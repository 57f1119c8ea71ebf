import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aGitManifest,
  aMergedProposal,
  aProposal,
  ago,
  failing,
  renderPage,
  steps,
  type PageOptions,
} from '../../__testUtils__';
import { ProposalPage } from './ProposalPage';

function render(options: PageOptions & { id?: string } = {}) {
  const { id = '42', ...rest } = options;
  return renderPage(<ProposalPage />, {
    mountPath: '/proposal/:id',
    path: `/proposal/${id}`,
    ...rest,
  });
}

describe('ProposalPage', () => {
  it('shows how far a change has come and what it waits for', async () => {
    render({ id: '41' });

    const line = await screen.findByRole('list', {
      name: 'How far it has come',
    });
    const shown = within(line).getAllByRole('listitem');
    expect(shown.map(step => step.textContent)).toEqual([
      expect.stringMatching(/^Proposed: done.*, by guest$/),
      expect.stringMatching(/^Merged: done/),
      expect.stringMatching(/^Applied: done.*commit 3f9c1e2$/),
      expect.stringMatching(/^Reconciled: done/),
      'In sync: under way2 of 3, about 6 min',
    ]);
    expect(shown[4]).toHaveAttribute('aria-current', 'step');
    expect(
      screen.getByText(/Waits for wallet-eu-1: 184 blocks behind/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Merged into main by platform/),
    ).toBeInTheDocument();
  });

  it('shows the diff with signs that screen readers hear as words', async () => {
    render({ id: '41' });

    const diff = await screen.findByRole('region', {
      name: 'Diff of clusters/dev/wallets/wallet-eu.yaml',
    });
    expect(diff).toHaveTextContent('-removed: replicas: 2');
    expect(diff).toHaveTextContent('+added: replicas: 3');
  });

  it('leads to the node set once the catalog has it', async () => {
    const { unmount } = render({ id: '41' });
    expect(
      await screen.findByRole('link', { name: 'Open wallet-eu' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/dev.wallets.wallet-eu/nodes',
    );
    unmount();

    render({ id: '41', entities: [] });
    expect(
      await screen.findByText(/The page of wallet-eu appears in the catalog/),
    ).toBeInTheDocument();
  });

  describe('the way back', () => {
    const manifest = aGitManifest().manifest.replace(
      'replicas: 2',
      'replicas: 3',
    );
    const diff =
      '@@ -8 +8 @@\n-  replicas: 2 # see the runbook\n+  replicas: 3 # see the runbook';
    const open = (now: string, options: PageOptions = {}, differs = {}) =>
      render({
        id: '41',
        scaffolder: true,
        ...options,
        api: {
          getProposal: async () => aMergedProposal({ diff, ...differs }),
          getManifest: async () => aGitManifest({ manifest: now }),
          ...options.api,
        },
      });
    const formOf = (link: HTMLElement) => {
      const { pathname, searchParams } = new URL(
        link.getAttribute('href') ?? '',
        'http://localhost',
      );
      return {
        form: pathname,
        data: JSON.parse(searchParams.get('formData') ?? ''),
      };
    };

    it('leads to the form, filled in with what the file said before', async () => {
      open(manifest);
      const link = await screen.findByRole('link', {
        name: 'Propose the way back',
      });
      expect(formOf(link)).toMatchObject({
        form: '/create/templates/default/monero-node-set-change',
        data: {
          replicas: 2,
          object: { name: 'wallet-eu', blob: 'b'.repeat(40) },
        },
      });
    });

    it('is to retire what was created', async () => {
      open(manifest, {}, { operation: 'create' });
      const link = await screen.findByRole('link', {
        name: 'Retire wallet-eu',
      });
      expect(formOf(link).form).toBe('/create/templates/default/monero-retire');
    });

    it.each([
      [
        'the same lines are others now',
        () => open(manifest.replace('replicas: 3', 'replicas: 9')),
        /No way back from here: main has changed the same lines since/,
      ],
      [
        'Git has the file no more',
        () =>
          open(manifest, {
            api: {
              getManifest: failing(404, 'NotFoundError', 'Git has none.'),
            },
          }),
        'No way back from here: Git has none.',
      ],
    ])('is refused, and says why, when %s', async (_, begin, reason) => {
      begin();
      expect(await screen.findByText(reason)).toBeInTheDocument();
      expect(
        screen.queryByRole('link', { name: 'Propose the way back' }),
      ).not.toBeInTheDocument();
    });

    it('is not offered before it is merged', async () => {
      open(manifest, {}, { state: 'proposed' });
      await screen.findByRole('button', { name: 'Merge' });
      expect(screen.queryByText(/way back/)).not.toBeInTheDocument();
    });
  });

  it('asks before it merges, says what happens and what is kept, then merges what was looked at', async () => {
    const user = userEvent.setup();
    let proposal = aProposal();
    const mergeProposal = jest.fn(async () => {
      proposal = aProposal({
        state: 'merged',
        mergedBy: 'user:default/guest',
        steps: steps(2),
      });
      return proposal;
    });
    render({ api: { mergeProposal, getProposal: async () => proposal } });

    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    const dialog = await screen.findByRole('dialog', { name: 'Merge #42?' });
    expect(dialog).toHaveTextContent(
      /goes to main as clusters\/dev\/monero\/regtest\.yaml/,
    );
    expect(dialog).toHaveTextContent(/StatefulSet: 2 pods/);
    expect(dialog).toHaveTextContent(/Every volume is kept/);
    expect(mergeProposal).not.toHaveBeenCalled();

    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    expect(mergeProposal).toHaveBeenCalledWith(42, proposal.head);
    expect(
      await screen.findByText(/Merged into main by guest/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('stays open and says why when it was not merged', async () => {
    const user = userEvent.setup();
    render({
      api: {
        mergeProposal: failing(
          409,
          'ConflictError',
          'The branch has moved on since you looked at it.',
        ),
      },
    });

    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The branch has moved on since you looked at it.',
    );
  });

  it('merges nothing when the dialog is left by keyboard', async () => {
    const user = userEvent.setup();
    const mergeProposal = jest.fn();
    render({ api: { mergeProposal } });

    (await screen.findByRole('button', { name: 'Merge' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(mergeProposal).not.toHaveBeenCalled();
  });

  it('closes after asking', async () => {
    const user = userEvent.setup();
    let proposal = aProposal();
    const closeProposal = jest.fn(async () => {
      proposal = aProposal({
        state: 'closed',
        closedBy: 'user:default/guest',
        waitingFor: undefined,
      });
      return proposal;
    });
    render({ api: { closeProposal, getProposal: async () => proposal } });

    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await user.click(
      await screen.findByRole('button', { name: 'Close proposal' }),
    );
    expect(
      await screen.findByText(/Closed without merging by guest/),
    ).toBeInTheDocument();
  });

  it('says that it was closed where it would have been merged, and that nothing is to come', async () => {
    const [proposed, , ...later] = steps(1);
    render({
      api: {
        getProposal: async () =>
          aProposal({
            state: 'closed',
            closedBy: 'gitea:octocat',
            closedAt: ago(60),
            steps: [
              proposed,
              {
                step: 'Merged',
                state: 'failed',
                at: ago(60),
                detail: 'by octocat',
              },
              ...later,
            ],
            waitingFor: undefined,
          }),
      },
    });

    const list = await screen.findByRole('list', {
      name: 'How far it has come',
    });
    const [first, second, third] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/^Proposed: done/);
    expect(second).toHaveTextContent(/^×Closed: without merging.*by octocat$/);
    expect(third).toHaveTextContent('Applied: will not come');
    expect(
      screen.getByText(/^Closed without merging by octocat, /),
    ).toBeInTheDocument();
  });

  it('cannot be merged in a conflict, and says what to do', async () => {
    render({
      api: {
        getProposal: async () =>
          aProposal({ state: 'conflict', conflict: 'main changed replicas.' }),
      },
    });

    const merge = await screen.findByRole('button', { name: 'Merge' });
    expect(merge).toBeDisabled();
    expect(merge).toHaveAccessibleDescription(
      'main changed replicas. Close this proposal and propose the change again.',
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Close' })).toBeEnabled(),
    );
  });

  it('says that a later proposal has taken over', async () => {
    render({
      api: { getProposal: async () => aMergedProposal({ supersededBy: 50 }) },
    });

    expect(
      await screen.findByText(/Proposal #50 has changed it since/),
    ).toBeInTheDocument();
  });

  it.each(['999', 'abc', '-1'])('finds nothing at %s', async id => {
    render({ id });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      `There is nothing here for proposal #${id}`,
    );
  });

  it('names the permission when the user may not see it', async () => {
    render({ api: { getProposal: failing(403, 'NotAllowedError', 'no') } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monero.proposal.read',
    );
  });
});
