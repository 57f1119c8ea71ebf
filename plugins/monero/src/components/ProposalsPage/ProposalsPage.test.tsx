import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import type { ProposalFilter } from '@monero-portal/plugin-monero-common';
import { aProposal, failing, renderPage, steps } from '../../__testUtils__';
import { ProposalsPage } from './ProposalsPage';

/** What the browser's address says behind the path. */
function Address() {
  return <span data-testid="address">{useLocation().search}</span>;
}

// A busy machine renders slowly.
jest.setTimeout(20_000);

describe('ProposalsPage', () => {
  it('lists proposals with where they stand and what they wait for', async () => {
    renderPage(<ProposalsPage />, {
      api: {
        getProposals: async () => ({
          items: [
            aProposal(),
            aProposal({ id: 3, state: 'closed', waitingFor: undefined }),
            aProposal({
              id: 2,
              state: 'merged',
              steps: steps(5),
              waitingFor: undefined,
            }),
            aProposal({ id: 1, state: 'conflict' }),
          ],
        }),
      },
    });

    const list = await screen.findByRole('list', { name: 'Proposals' });
    const items = within(list).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(
      /#42 Create node set regtest.*Open.*Waits for someone to review.*guest/,
    );
    expect(items[1]).toHaveTextContent(/#3 .*Closed.*Given up\./);
    expect(items[2]).toHaveTextContent(/#2 .*In sync.*Nothing\./);
    expect(items[3]).toHaveTextContent(/#1 .*Conflict/);
    expect(within(items[0]).getByRole('link')).toHaveAttribute(
      'href',
      '/monero/proposals/42',
    );
  });

  it('says where proposals come from when there is none', async () => {
    renderPage(<ProposalsPage />, {
      api: { getProposals: async () => ({ items: [] }) },
    });

    expect(
      await screen.findByText(/Nobody has proposed anything yet/),
    ).toBeInTheDocument();
  });

  it('names the permission when the user may not see them', async () => {
    renderPage(<ProposalsPage />, {
      api: { getProposals: failing(403, 'NotAllowedError', 'no') },
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monero.proposal.read',
    );
  });

  it('asks for what the address says, and keeps a choice in the address', async () => {
    const user = userEvent.setup();
    const getProposals = jest.fn(async () => ({ items: [aProposal()] }));
    renderPage(
      <>
        <ProposalsPage />
        <Address />
      </>,
      {
        path: '/?state=open&cluster=dev&before=80&owner=group:default/wallets&kind=Pod',
        api: { getProposals },
      },
    );

    await screen.findByRole('list', { name: 'Proposals' });
    expect(getProposals).toHaveBeenLastCalledWith(
      {
        state: 'open',
        cluster: 'dev',
        before: 80,
        owner: 'group:default/wallets',
        limit: 25,
      },
      expect.anything(),
    );

    await user.click(screen.getByRole('button', { name: /Open State/ }));
    await user.click(await screen.findByRole('option', { name: 'Merged' }));
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '?owner=group%3Adefault%2Fwallets&state=merged&cluster=dev',
      ),
    );
  });

  it('turns pages, and comes back to the newest', async () => {
    const user = userEvent.setup();
    const getProposals = jest.fn(async (filter: ProposalFilter = {}) =>
      filter.before === undefined
        ? { items: [aProposal({ id: 42 })], before: 18 }
        : { items: [aProposal({ id: 17 })] },
    );
    renderPage(<ProposalsPage />, { api: { getProposals } });

    await user.click(await screen.findByRole('button', { name: 'Older' }));
    expect(await screen.findByText(/#17/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();

    await user.click(screen.getByRole('button', { name: 'Newest' }));
    expect(await screen.findByText(/#42/)).toBeInTheDocument();
  });

  it('says that no proposal is like that, and shows all again', async () => {
    const user = userEvent.setup();
    renderPage(<ProposalsPage />, {
      path: '/?state=closed',
      api: {
        getProposals: async (filter = {}) => ({
          items: filter.state ? [] : [aProposal()],
        }),
      },
    });

    await screen.findByText('No proposal is like that.');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText(/#42/)).toBeInTheDocument();
  });
});
