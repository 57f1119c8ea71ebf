import { screen } from '@testing-library/react';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import {
  aMiner,
  aMiningSet,
  failing,
  MINING_SET_ENTITY,
  renderPage,
} from '../../__testUtils__';
import { MiningSetContent } from './MiningSetContent';

const render = (getMiningSet: MoneroApi['getMiningSet']) =>
  renderPage(<MiningSetContent />, {
    entity: MINING_SET_ENTITY,
    api: { getMiningSet },
  });

describe('MiningSetContent', () => {
  it('shows what each miner makes, and all of them together', async () => {
    render(async () => aMiningSet());
    const facts = await screen.findByLabelText('Mining set in numbers');
    expect(facts).toHaveTextContent(
      /Mining2 \/ 2.*Hashrate in all1\.2 kH\/s.*Accepted results82.*Rejected2.*2\.4 %/,
    );
    const list = screen.getByRole('list', { name: 'Miners' });
    expect(list).toHaveTextContent(/miners-0.*Mining.*604 H\/s.*598 H\/s/);
    expect(
      screen.getByText('3 of 3 nodes are in sync and give work.'),
    ).toBeVisible();
    expect(screen.queryByText(/Autoscaler/)).not.toBeInTheDocument();
  });

  it('names the network that gives work', async () => {
    render(async () =>
      aMiningSet({
        workFrom: {
          kind: 'daemon',
          daemonKind: 'MoneroNetwork',
          name: 'lab',
          inSync: 2,
          replicas: 4,
        },
      }),
    );
    expect(
      await screen.findByText('2 of 4 members are in sync and give work.'),
    ).toBeVisible();
    expect(screen.getByText(/Mines solo against the network/)).toBeVisible();
  });

  it('shows a pool, an autoscaler, and a miner of which nothing is known', async () => {
    render(async () =>
      aMiningSet({
        hashrate: undefined,
        miners: [
          aMiner({
            state: 'Unknown',
            reason: 'Its exporter has never answered.',
            hashrate60s: undefined,
            hashrate10s: undefined,
            sharesAccepted: undefined,
            sharesRejected: undefined,
          }),
        ],
        workFrom: { kind: 'pool', name: 'pool.example:5556' },
        autoscaler: {
          name: 'busy',
          minReplicas: 1,
          maxReplicas: 9,
          currentReplicas: 2,
          desiredReplicas: 3,
          metrics: ['cpu 43 % of 50 %'],
        },
      }),
    );
    expect(
      await screen.findByText('Mines for the pool pool.example:5556.'),
    ).toBeVisible();
    expect(screen.getByText('cpu 43 % of 50 %')).toBeVisible();
    expect(screen.getByLabelText('Mining set in numbers')).toHaveTextContent(
      /Hashrate in all—.*Accepted results—/,
    );
  });

  it.each([
    [403, 'NotAllowedError', 'monero.nodeset.read'],
    [404, 'NotFoundError', 'Cluster dev has no mining set miners'],
  ])('says what %i means', async (status, name, words) => {
    render(failing(status, name, 'no'));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});
