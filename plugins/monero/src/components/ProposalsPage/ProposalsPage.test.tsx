import { screen, within } from '@testing-library/react';
import { aProposal, failing, renderPage, steps } from '../../__testUtils__';
import { ProposalsPage } from './ProposalsPage';

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
});
