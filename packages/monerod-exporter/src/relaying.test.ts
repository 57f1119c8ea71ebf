import { MonerodError } from 'monerod-client';
import { connection } from './__testUtils__/fakeDaemon';
import { checkRelaying } from './relaying';

const connectedTo = (
  ...peers: readonly Partial<ReturnType<typeof connection>>[]
) => ({
  getConnections: async () =>
    peers.map(peer => ({ ...connection(false), ...peer })),
});

describe('a node with a tx-proxy', () => {
  it.each(['tor', 'i2p'] as const)(
    'hands transactions on to an outgoing peer over %s',
    async addressKind => {
      const daemon = connectedTo(
        { incoming: false, addressKind: 'ipv4' },
        { incoming: false, addressKind },
      );
      expect(await checkRelaying(daemon)).toMatchObject({ ready: true });
    },
  );

  it.each([
    ['without peers', []],
    ['with clearnet peers alone', [{ incoming: false, addressKind: 'ipv4' }]],
    [
      'with incoming onion peers alone',
      [{ incoming: true, addressKind: 'tor' }],
    ],
    [
      'with an onion peer that has not answered yet',
      [{ incoming: false, addressKind: 'tor', state: 'before_handshake' }],
    ],
  ] as const)('keeps them %s', async (_what, peers) => {
    expect(await checkRelaying(connectedTo(...peers))).toEqual({
      ready: false,
      reason:
        'no outgoing peer over Tor or I2P: transactions of wallets would stay with this node',
    });
  });

  it('is taken to keep them when it does not answer', async () => {
    const refused = new MonerodError('Unreachable', 'connection refused');
    const answer = await checkRelaying({
      getConnections: () => Promise.reject(refused),
    });
    expect(answer.ready).toBe(false);
  });

  it('is not waited for', async () => {
    const silent = { getConnections: () => new Promise<never>(() => {}) };
    expect(await checkRelaying(silent)).toMatchObject({
      ready: false,
      reason: 'monerod did not say in time to whom it is connected',
    });
  });
});
