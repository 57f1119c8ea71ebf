import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  aNetwork,
  anOpenNetwork,
  failing,
  NETWORK_ENTITY,
  renderPage,
} from '../../__testUtils__';
import type {
  MoneroApi,
  NetworkHealth,
} from '@monero-portal/plugin-monero-common';
import { NetworkContent, NetworkView } from './NetworkContent';

const render = (getNetwork: MoneroApi['getNetwork']) =>
  renderPage(<NetworkContent />, {
    entity: NETWORK_ENTITY,
    api: { getNetwork },
  });

/** One answer of the backend after the other. */
function Answers(props: { of: readonly NetworkHealth[] }) {
  const [index, setIndex] = useState(0);
  return (
    <>
      <button onClick={() => setIndex(index + 1)}>Next</button>
      <NetworkView network={props.of[index]} />
    </>
  );
}

describe('NetworkContent', () => {
  it('is calm about a closed network', async () => {
    render(async () => aNetwork());
    expect(await screen.findByText('All 5 members in sync.')).toBeVisible();
    const numbers = screen.getByText('Difficulty').closest('dl');
    expect(numbers).toHaveTextContent(
      /Height1,204last block .* agoDifficulty1hashes for a block/,
    );
    expect(
      screen.getByRole('img', { name: '10 of 10 links are there, 0 missing.' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Every member is connected to every other.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('What was found')).not.toBeInTheDocument();
  });

  it('shows what is missing in the map, and says the same beside it', async () => {
    render(async () => anOpenNetwork());
    expect(
      await screen.findByRole('img', {
        name: '4 of 10 links are there, 2 missing, 4 unknown.',
      }),
    ).toBeInTheDocument();
    const missing = screen.getByRole('list', { name: 'Missing links' });
    expect(missing).toHaveTextContent('Member 3 and 0, 1');
    expect(
      screen.getByRole('list', { name: 'Unknown links' }),
    ).toHaveTextContent('Member 4 and 0, 1, 2, 3');
    const found = screen.getByRole('list', { name: 'What was found' });
    expect(found).toHaveTextContent(
      /Needs a look.*Member 3 has lost 2 of its 4/,
    );
    const members = screen.getByRole('list', { name: 'Members' });
    expect(within(members).getAllByRole('listitem')).toHaveLength(5);
    expect(members).toHaveTextContent(/lab-4.*No pod/);
  });

  it('says how far a change of its members is, and whom it waits for', async () => {
    const members = aNetwork().members.map(member =>
      member.ordinal === 3 && member.node
        ? {
            ...member,
            node: {
              ...member.node,
              state: 'Starting' as const,
              reason: 'monerod does not answer yet.',
            },
          }
        : member,
    );
    render(async () =>
      aNetwork({ members, rollout: { updated: 1, waitsFor: 'lab-3' } }),
    );
    expect(
      await screen.findByText(
        '1 of 5 changed · waits for lab-3 to be in sync. monerod does not answer yet.',
      ),
    ).toBeVisible();
    expect(screen.getByText('changes take 1 at a time')).toBeVisible();
  });

  it('marks who has the newest block, and lights up who is seen to get it', async () => {
    const later = aNetwork().members.map(member => ({
      ...member,
      node: member.node && { ...member.node, height: 1_205, sampledAt: ago(0) },
    }));
    const answers = [
      aNetwork(),
      aNetwork({ members: [later[0], ...aNetwork().members.slice(1)] }),
    ];
    const { container } = renderPage(<Answers of={answers} />, {
      entity: NETWORK_ENTITY,
    });
    const marked = () =>
      [...container.querySelectorAll('[data-has-newest]')].map(
        each =>
          `${each.getAttribute('data-has-newest')} ${each.getAttribute(
            'data-seen',
          )}`,
      );
    expect(
      await screen.findByText(
        /^Newest block, height 1,204: all 5 members have it\./,
      ),
    ).toBeVisible();
    expect(marked()).toEqual([
      '0 false',
      '1 false',
      '2 false',
      '3 false',
      '4 false',
    ]);

    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByText(
        /^Newest block, height 1,205: 1 of 5 members has it, seen within one look\. Not seen with it: 1, 2, 3, 4\./,
      ),
    ).toBeVisible();
    expect(marked()).toEqual(['0 true']);
  });

  it('lists when members got the newest block, within what two looks at each prove', async () => {
    const told = (heights: readonly number[], second: number) =>
      aNetwork({
        members: aNetwork().members.map((member, ordinal) => ({
          ...member,
          node: member.node && {
            ...member.node,
            height: heights[ordinal],
            topHash: `hash of ${heights[ordinal]}`,
            sampledAt: new Date(1_000 * (second + ordinal)).toISOString(),
          },
        })),
      });
    const [before, some, all] = [
      told([1_204, 1_204, 1_204, 1_204, 1_204], 0),
      told([1_204, 1_205, 1_205, 1_204, 1_204], 5),
      told([1_205, 1_205, 1_205, 1_205, 1_204], 10),
    ];
    renderPage(<Answers of={[before, some, all]} />, {
      entity: NETWORK_ENTITY,
    });
    const rows = () =>
      within(
        screen.getByRole('list', { name: 'When members got the last block' }),
      )
        .getAllByRole('listitem')
        .map(row => row.textContent);
    expect(
      await screen.findByText(/^How the next block comes to them is shown/),
    ).toBeVisible();
    expect(rows()).toEqual([
      'Members 0, 1, 2, 3, 4had it when this page was opened',
    ]);

    const next = screen.getByRole('button', { name: 'Next' });
    await userEvent.click(next);
    await userEvent.click(next);
    expect(
      await screen.findByRole('heading', { name: 'Last block, height 1,205' }),
    ).toBeVisible();
    expect(rows()).toEqual([
      'Member 1first seen',
      'Member 2at most 1 s',
      'Member 0at most 4 s',
      'Member 32 to 7 s',
      'Member 4not seen with it',
    ]);
  });

  it('says that no members are wanted', async () => {
    render(async () =>
      aNetwork({
        replicas: 0,
        members: [],
        links: { expected: 0, missing: [], unknown: [] },
      }),
    );
    expect(await screen.findByText('No members are wanted.')).toBeVisible();
  });

  it('shows the last known state with its age', async () => {
    render(async () => aNetwork({ stale: true }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cluster dev has not answered for',
    );
  });

  it.each([
    [403, 'NotAllowedError', 'monero.nodeset.read'],
    [404, 'NotFoundError', 'Cluster dev has no network lab'],
    [500, 'Error', 'no'],
  ])('says what %i means', async (status, name, words) => {
    render(failing(status, name, 'no'));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});
