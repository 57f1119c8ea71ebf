import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MoneroApi, Snapshot } from '@monero-portal/plugin-monero-common';
import {
  aCluster,
  aFleetHistory,
  aFleetItem,
  ago,
  aSnapshot,
  failing,
  renderPage,
} from '../../__testUtils__';
import { FleetPage } from './FleetPage';
import { SORTS } from './fleetQuery';

const broken = aFleetItem({
  name: 'wallet-eu',
  readyReplicas: 2,
  verdict: { state: 'Degraded', headline: '2 of 3 nodes in sync.' },
  severity: 'critical',
  finding: { code: 'Peerless', what: 'wallet-eu-1 has no peers' },
});
const calm = aFleetItem({ name: 'calm', uid: '1', cluster: 'lab' });
const rig = aFleetItem({
  kind: 'MoneroMiningNodeSet',
  name: 'rig',
  uid: '2',
  network: undefined,
  hashrate: 1200,
});

function render(
  differs: Partial<Snapshot> = {},
  path?: string,
  api: Partial<MoneroApi> = {},
) {
  renderPage(<FleetPage />, {
    api: {
      getSnapshot: async () =>
        aSnapshot({ items: [calm, rig, broken], ...differs }),
      ...api,
    },
    path,
  });
}

const rows = async () =>
  within(await screen.findByRole('list', { name: 'Fleet' })).getAllByRole(
    'listitem',
  );

describe('FleetPage', () => {
  it('lists all kinds, what is in trouble first, and links to those in the catalog', async () => {
    render();
    const [first, second] = await rows();
    expect(first).toHaveTextContent(
      /wallet-eu.*Node set.*Degraded.*wallet-eu-1 has no peers.*dev \/ wallets/,
    );
    expect(
      await within(first).findByRole('link', { name: 'wallet-eu' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/dev.wallets.wallet-eu/nodes',
    );
    expect(within(second).queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Fleet in numbers')).toHaveTextContent(
      /Nodes in sync5 \/ 6.*Need a look1.*of 2 node sets, 1 mining set/,
    );
  });

  it('keeps what is looked for in the address', async () => {
    render({}, '/?cluster=lab');
    expect(await rows()).toHaveLength(1);
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('searchbox', { name: /Search name/ }),
      'zebra',
    );
    expect(await screen.findByText(/Nothing matches/)).toBeInTheDocument();
  });

  it('is sorted by a choice where no table has headings, and says which it is', async () => {
    render({}, '/?sort=-name');
    const names = async () =>
      (await rows()).map(
        row => /^(wallet-eu|rig|calm)/.exec(row.textContent ?? '')?.[0],
      );
    expect(await names()).toEqual(['wallet-eu', 'rig', 'calm']);
    const choice = screen.getByRole('button', { name: /Sort by/ });
    expect(choice).toHaveTextContent('Name, Z to A');
    await userEvent.click(choice);
    expect(
      (await screen.findAllByRole('option')).map(each => each.textContent),
    ).toHaveLength(2 * SORTS.length);
    await userEvent.click(screen.getByRole('option', { name: 'Name, A to Z' }));
    expect(await names()).toEqual(['calm', 'rig', 'wallet-eu']);
  });

  it('shows how far behind each was over the last day, from one request', async () => {
    const getFleetHistory = jest.fn(async () => aFleetHistory());
    render({}, undefined, { getFleetHistory });
    const [first, second, third] = await rows();
    expect(
      await within(first).findByRole('img', {
        name: 'Blocks behind, last 24 hours: 0 in the last half hour, 0 to 184',
      }),
    ).toBeInTheDocument();
    // Nothing was measured of it.
    expect(within(second).getByRole('img')).toHaveAccessibleName(
      /not measured/,
    );
    expect(within(third).queryByRole('img')).not.toBeInTheDocument();
    expect(getFleetHistory).toHaveBeenCalledTimes(1);
  });

  it('goes without the lines when they cannot be had, and says so', async () => {
    render({}, undefined, {
      getFleetHistory: failing(500, 'Error', 'The database is away.'),
    });
    expect(
      await screen.findByText(
        /last 24 hours could not be fetched. The database is away./,
      ),
    ).toBeInTheDocument();
    expect(await rows()).toHaveLength(3);
  });

  it('draws what can be seen of a thousand', async () => {
    render({
      items: Array.from({ length: 1_000 }, (_, index) =>
        aFleetItem({ name: `set-${index}`, uid: `${index}` }),
      ),
    });
    const drawn = await rows();
    expect(drawn.length).toBeLessThan(40);
    expect(drawn[0]).toHaveAttribute('aria-setsize', '1000');
  });

  it('shows the other clusters while one is away', async () => {
    render({
      clusters: [
        aCluster(),
        aCluster({
          name: 'lab-2',
          state: 'unreachable',
          since: ago(190),
          error: 'It refuses connections.',
        }),
      ],
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Cluster lab-2 has not answered for 3 min.*It refuses connections\./,
    );
    expect(await rows()).toHaveLength(3);
  });

  it('tells of a Prometheus that does not answer, unless its cluster is away, too', async () => {
    const measuringAway = { since: ago(190), reason: 'It cannot answer now.' };
    render({
      clusters: [
        aCluster({ measuringAway }),
        aCluster({ name: 'lab-2', state: 'unreachable', measuringAway }),
      ],
    });
    const alerts = await screen.findAllByRole('alert');
    expect(alerts.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Cluster lab-2 has not answered/),
      expect.stringMatching(
        /^Prometheus of cluster dev has not answered for 3 min.*It cannot answer now\.$/,
      ),
    ]);
  });

  it.each([
    ['nothing runs', [aCluster()], /Nothing runs on dev yet/],
    ['no cluster is configured', [], /No cluster is configured/],
  ])('says what to do when %s', async (_, clusters, expected) => {
    render({ items: [], clusters });
    expect(await screen.findByText(expected)).toBeInTheDocument();
  });

  it('names the permission when the user may not see it', async () => {
    renderPage(<FleetPage />, {
      api: { getSnapshot: failing(403, 'NotAllowedError', 'no') },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'monero.nodeset.read',
    );
  });
});
