import { screen, within } from '@testing-library/react';
import { aProposal, failing, renderPage } from '../../__testUtils__';
import { proposalIdOf, ProposalOutputs } from './ProposalOutputs';

const OUTPUT = {
  links: [{ title: 'See the proposal', url: '/monero/proposals/42' }],
  text: [{ title: 'What happens next', default: true, content: 'It waits.' }],
};

describe('the result of a task', () => {
  it('is the timeline of the proposal that it made, and what it waits for', async () => {
    renderPage(<ProposalOutputs output={OUTPUT} />);

    const steps = await screen.findByRole('list', {
      name: 'How far it has come',
    });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(step => step.textContent),
    ).toEqual([
      expect.stringMatching(/^Proposed: done.*by guest/),
      expect.stringMatching(/^Merged: under way/),
      expect.stringMatching(/^Applied: still to come/),
      expect.stringMatching(/^Reconciled: still to come/),
      expect.stringMatching(/^In sync: still to come/),
    ]);
    expect(
      screen.getByText('Waits for someone to review and merge it.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'See proposal #42' }),
    ).toHaveAttribute('href', '/monero/proposals/42');
  });

  it('leads to the pull request where there is one', async () => {
    renderPage(<ProposalOutputs output={OUTPUT} />, {
      api: {
        getProposal: async () =>
          aProposal({
            pullRequest: {
              forge: 'Gitea',
              number: 7,
              url: 'https://git.example.org/a/b/pulls/7',
            },
          }),
      },
    });

    expect(
      await screen.findByRole('link', { name: /Open pull request #7/ }),
    ).toHaveAttribute('href', 'https://git.example.org/a/b/pulls/7');
  });

  it('names the permission that is missing, and keeps the rest', async () => {
    renderPage(<ProposalOutputs output={OUTPUT} />, {
      api: { getProposal: failing(403, 'NotAllowedError', 'no') },
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monero.proposal.read',
    );
    expect(screen.getByText('It waits.')).toBeInTheDocument();
  });

  it.each([
    [undefined, undefined],
    [{ links: [] }, undefined],
    [{ links: [{ url: 'https://x/monero/proposals/42' }] }, undefined],
    [{ links: [{ url: '/monero/proposals/0' }] }, undefined],
    [{ links: [{ title: 'x' }, { url: '/monero/proposals/42' }] }, 42],
  ])('finds in %j the number %p', (output, id) => {
    expect(proposalIdOf(output)).toBe(id);
  });
});
