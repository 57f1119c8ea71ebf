import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HistoryQuery } from '@monero-portal/plugin-monero-common';
import {
  aHistory,
  failing,
  renderPage,
  type PageOptions,
} from '../../__testUtils__';
import { HistoryCard } from './HistoryCard';

const objectRef = {
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'wallets',
  name: 'wallet-eu',
} as const;

const render = (api: PageOptions['api'] = {}) =>
  renderPage(<HistoryCard objectRef={objectRef} />, { api });

describe('HistoryCard', () => {
  it('charts what was measured, and says the same in words', async () => {
    render();
    expect(
      await screen.findByRole('img', {
        name: 'Blocks behind: wallet-eu-0 0 now, 0 to 0; wallet-eu-1 2 now, 2 to 184',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Peers out: wallet-eu-0 64 now, 12 to 64',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Hashrate')).not.toBeInTheDocument();
    const legend = screen.getByRole('list', { name: 'Colours' });
    expect(within(legend).getAllByRole('listitem')).toHaveLength(2);
  });

  it('gives a pod the same colour in every chart', async () => {
    render();
    const disk = await screen.findByRole('img', { name: /^Free on disk/ });
    const lag = screen.getByRole('img', { name: /^Blocks behind/ });
    const colours = (chart: HTMLElement) =>
      [...chart.querySelectorAll('path')].map(path => path.dataset.colour);
    expect(colours(lag)).toEqual(['0', '1']);
    expect(colours(disk)).toEqual(['1']);
  });

  it('says when nothing was measured', async () => {
    const history = aHistory();
    render({
      getHistory: async () => ({
        ...history,
        pods: history.pods.map(({ pod }) => ({ pod, series: {} })),
      }),
    });
    expect(
      await screen.findByText(/^Nothing was measured in this time/),
    ).toBeInTheDocument();
  });

  it('says why it cannot be fetched', async () => {
    render({
      getHistory: failing(
        503,
        'ServiceUnavailableError',
        'the database is away',
      ),
    });
    expect(
      await screen.findByText('The history could not be fetched.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/the database is away/)).toBeInTheDocument();
  });

  it('looks as far back as is chosen', async () => {
    const user = userEvent.setup();
    const asked: HistoryQuery[] = [];
    render({
      getHistory: async (_, query = {}) => {
        asked.push(query);
        return aHistory();
      },
    });
    await user.click(
      await screen.findByRole('button', { name: /How far back/ }),
    );
    await user.click(
      await screen.findByRole('option', { name: 'Last 7 days' }),
    );
    await screen.findByRole('img', { name: /^Blocks behind/ });
    expect(asked[0]).toEqual({ hours: 24 });
    expect(asked[asked.length - 1]).toEqual({ hours: 168 });
  });
});
