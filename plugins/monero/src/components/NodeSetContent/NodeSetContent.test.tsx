import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aDegradedNodeSet,
  aHistory,
  anAnonymousNodeSet,
  anUnpulledNodeSet,
  ago,
  aNodeSet,
  failing,
  NODE_SET_ENTITY,
  PULL_ERROR,
  renderPage,
  type PageOptions,
} from '../../__testUtils__';
import type { HistoryQuery } from '@monero-portal/plugin-monero-common';
import { NodeSetContent } from './NodeSetContent';

function render(api: PageOptions['api'] = {}) {
  return renderPage(<NodeSetContent />, { entity: NODE_SET_ENTITY, api });
}

describe('NodeSetContent', () => {
  it('says first what works and what does not, with the age of the data', async () => {
    render();

    expect(
      await screen.findByRole('heading', {
        name: '2 of 3 nodes in sync. Wallets are served.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Degraded')).toBeInTheDocument();
    expect(
      screen.getByText(/wallet-eu-1 was replaced 9 min ago/),
    ).toBeInTheDocument();
    expect(screen.getByText(/^data \d+ s old$/)).toBeInTheDocument();
  });

  it('says how far an upgrade is, and for whom it waits', async () => {
    const { unmount } = render();
    const words = '2 of 3 replaced · waits for wallet-eu-1 to be in sync';
    expect(
      await screen.findByRole('progressbar', { name: 'Upgrade to 0.18.4.0' }),
    ).toHaveAttribute('aria-valuetext', words);
    expect(
      screen.getByText(`${words}. 184 blocks behind, about 6 min.`),
    ).toBeInTheDocument();
    unmount();

    render({ getNodeSet: async () => aNodeSet() });
    await screen.findByText('Connect a wallet');
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('says how many nodes may be away, and nothing of that where there is one', async () => {
    const { unmount } = render();
    expect(
      await screen.findByText('budget 1 out at a time'),
    ).toBeInTheDocument();
    unmount();

    render({ getNodeSet: async () => aNodeSet({ replicas: 1 }) });
    await screen.findByText('Connect a wallet');
    expect(screen.queryByText(/^budget/)).not.toBeInTheDocument();
  });

  it('lists each node with its state, the reason, and unknown as unknown', async () => {
    render();

    const list = await screen.findByRole('list', { name: 'Nodes' });
    const [first, second, third] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      /wallet-eu-0on dev-1, started 12 d ago, measured \d s ago.*In sync/,
    );
    expect(first).toHaveTextContent(/Height3,412,880.*64 · 41.*0\.18\.4\.0/);
    expect(second).toHaveTextContent(/restarted once.*Behind184 blocks behind/);
    expect(second).toHaveTextContent(/Behind184.*Peers/);
    expect(third).toHaveTextContent(
      /no machine yet.*Pending.*Height—Behind—.*Peers out · in—.*Disk—Version—/,
    );
  });

  it('draws the last hour of every node beside its numbers, and says it in words, after one request', async () => {
    const asked: HistoryQuery[] = [];
    render({
      getHistory: async (_, query = {}) => {
        asked.push(query);
        return aHistory();
      },
    });

    const lines = (what: string) =>
      screen.getAllByRole('img', { name: new RegExp(`^${what}, last hour`) });
    await screen.findByText(/^The lines show the last hour/);
    expect(
      lines('Blocks behind').map(line => line.getAttribute('aria-label')),
    ).toEqual([
      'Blocks behind, last hour: 0 now, 0 to 0',
      'Blocks behind, last hour: 2 now, 2 to 184',
      'Blocks behind, last hour: not measured',
    ]);
    expect(lines('Peers').map(line => line.getAttribute('aria-label'))).toEqual(
      [
        'Peers, last hour: 64 now, 12 to 64',
        'Peers, last hour: not measured',
        'Peers, last hour: not measured',
      ],
    );
    // The worst is at the top, the best at the bottom, of one scale.
    const [calm, worst] = lines('Blocks behind');
    expect(calm.querySelector('path')).toHaveAttribute(
      'd',
      expect.stringMatching(/^M0 16L/),
    );
    expect(worst.querySelector('path')).toHaveAttribute(
      'd',
      expect.stringMatching(/^M0 0L/),
    );
    expect(asked.filter(({ hours }) => hours === 1)).toHaveLength(1);
  });

  it('shows the nodes without their last hour while that is not there', async () => {
    const { unmount } = render({
      getHistory: () => new Promise(() => undefined),
    });
    const list = await screen.findByRole('list', { name: 'Nodes' });
    expect(list).toHaveTextContent(/Behind184Peers/);
    expect(within(list).queryByRole('img')).not.toBeInTheDocument();
    unmount();

    render({
      getHistory: failing(
        503,
        'ServiceUnavailableError',
        'The database is away.',
      ),
    });
    expect(
      await screen.findByText(
        'The last hour could not be fetched. The database is away.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Nodes' })).toHaveTextContent(
      /Behind184Peers/,
    );
  });

  it('says of each address on Tor and I2P whether others find it, and who came by it', async () => {
    render({ getNodeSet: async () => anAnonymousNodeSet() });

    const list = await screen.findByRole('list', {
      name: 'Addresses on Tor and I2P',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(
        /^wallet-eu-0 on Tor.*kx3r5.*\.onionStatePublished$/,
      ),
      expect.stringMatching(
        /^wallet-eu-0 on I2P.*w2ivr.*\.b32\.i2pStatePublished$/,
      ),
      expect.stringMatching(
        /^wallet-eu-1 on Tor.*StateNot publishedtor does not answer\. 12 min ago$/,
      ),
      expect.stringMatching(/^wallet-eu-2 on Tor.*\.onionState—$/),
    ]);
    expect(
      within(list).getByRole('button', { name: 'Copy: wallet-eu-0 on I2P' }),
    ).toBeEnabled();
    const [node] = within(
      screen.getByRole('list', { name: 'Nodes' }),
    ).getAllByRole('listitem');
    expect(node).toHaveTextContent(/64 · 412 · 5 on Tor, I2P/);
    expect(
      screen.getByText('out · in; 7 of them on Tor, I2P'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The tor in front has not published it.'),
    ).toBeInTheDocument();
  });

  it('says nothing of Tor and I2P where a node is on neither', async () => {
    const base = aNodeSet();
    render({
      getNodeSet: async () =>
        aNodeSet({
          nodes: base.nodes.map(node => ({
            ...node,
            peersAnonymous: 0,
            peersAnonymousOut: 0,
            peersAnonymousIn: 0,
          })),
        }),
    });

    await screen.findByRole('list', { name: 'Nodes' });
    expect(screen.queryByText(/I2P/)).not.toBeInTheDocument();
  });

  it('shows what the operator says, but not that nothing is wrong', async () => {
    render({ getNodeSet: async () => aNodeSet() });

    expect(
      await screen.findByText('All 3 nodes are in sync.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Stalled')).not.toBeInTheDocument();
    expect(screen.queryByText('Changing')).not.toBeInTheDocument();
  });

  it('tells once in whole that an image cannot be pulled, and in short elsewhere', async () => {
    render({ getNodeSet: async () => anUnpulledNodeSet() });

    const found = await screen.findByRole('list', { name: 'What was found' });
    const [first, second, third] = within(found).getAllByRole('listitem');
    expect(first).toHaveTextContent(/wallet-eu-1 does not start/);
    expect(first).toHaveTextContent(PULL_ERROR);
    expect(first).toHaveTextContent(/Correct the image in spec/);
    expect(second).toHaveTextContent(
      /wallet-eu-2 does not start.*The same as of wallet-eu-1\.$/,
    );
    expect(third).toHaveTextContent(
      /2 of 3 nodes replaced; waits for wallet-eu-1\./,
    );
    expect(document.body.textContent?.split(PULL_ERROR)).toHaveLength(2);

    expect(
      screen.getByText(
        'wallet-eu-1 (pending for 9 min): The image of monerod cannot be pulled; see what was found. Also: wallet-eu-2 (pending). 2 of 3 nodes replaced; waits for wallet-eu-1.',
      ),
    ).toBeVisible();
    const nodes = screen.getByRole('list', { name: 'Nodes' });
    expect(within(nodes).getAllByRole('listitem')[1]).toHaveTextContent(
      /PendingThe image of monerod cannot be pulled\.Height/,
    );
    expect(screen.getByText('Not ready').closest('li')).toHaveTextContent(
      /^Not ready Changing 2 of 3 nodes replaced; waits for wallet-eu-1\. 9 min ago$/,
    );
  });

  it('copies the address for wallets', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    render();

    await user.click(
      await screen.findByRole('button', { name: 'Copy: Inside the cluster' }),
    );
    expect(writeText).toHaveBeenCalledWith(
      'wallet-eu-rpc.wallets.svc.cluster.local:18089',
    );
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
  });

  it('says so when the browser forbids copying', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('no'));
    render();

    await user.click(
      await screen.findByRole('button', { name: 'Copy: Inside the cluster' }),
    );
    expect(
      await screen.findByText(/does not allow copying here/),
    ).toBeInTheDocument();
  });

  it('says that nothing answers wallets when no node is in sync', async () => {
    render({ getNodeSet: async () => aNodeSet({ readyReplicas: 0 }) });

    expect(
      await screen.findByText(/so nothing answers at this address now/),
    ).toBeInTheDocument();
  });

  it('leads to the proposals of the node set', async () => {
    const getProposals = jest.fn(async () => ({ items: [] }));
    const { unmount } = render({ getProposals });
    expect(
      await screen.findByText(/No proposal wrote this node set/),
    ).toBeInTheDocument();
    expect(getProposals).toHaveBeenCalledWith(
      { cluster: 'dev', namespace: 'wallets', name: 'wallet-eu' },
      expect.anything(),
    );
    unmount();

    render();
    expect(
      await screen.findByRole('link', {
        name: '#41 Upgrade wallet-eu to 0.18.4.0',
      }),
    ).toHaveAttribute('href', '/monero/proposals/41');
  });

  it('is loading at first', async () => {
    render({ getNodeSet: () => new Promise(() => undefined) });

    expect(
      await screen.findByText('Loading node set wallet-eu'),
    ).toBeInTheDocument();
  });

  it('names the permission when the user may not see it', async () => {
    render({ getNodeSet: failing(403, 'NotAllowedError', 'no') });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see node set wallet-eu.*monero\.nodeset\.read/,
    );
  });

  it('says what it means when the cluster has no such node set', async () => {
    render({ getNodeSet: failing(404, 'NotFoundError', 'gone') });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Cluster dev has no node set wallet-eu in namespace wallets/,
    );
  });

  it('says why it cannot be loaded, and tries again', async () => {
    const getNodeSet = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away.'))
      .mockResolvedValue(aDegradedNodeSet());
    render({ getNodeSet });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Degraded')).toBeInTheDocument();
  });

  it('shows the last known state while the cluster is away, and how old it is', async () => {
    render({
      getNodeSet: async () => aNodeSet({ stale: true, asOf: ago(190) }),
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cluster dev has not answered for 3 min',
    );
    expect(screen.getByText('data 3 min old')).toBeInTheDocument();
  });

  it('says that nothing runs when scaled to zero', async () => {
    render({
      getNodeSet: async () =>
        aNodeSet({ replicas: 0, readyReplicas: 0, nodes: [] }),
    });

    expect(await screen.findByText(/scaled to zero/)).toBeInTheDocument();
  });

  it('says which annotations are missing', async () => {
    renderPage(<NodeSetContent />, {
      entity: {
        ...NODE_SET_ENTITY,
        metadata: { name: 'wallet-eu', annotations: {} },
      },
    });

    expect(await screen.findByText(/Missing Annotation/)).toBeInTheDocument();
  });
});
