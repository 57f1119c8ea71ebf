import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { Snapshot } from '@monero-portal/plugin-monero-common';
import { MoneroProvider } from './MoneroProvider';
import { fleetItem } from './__testUtils__';

const since = '2026-01-01T00:00:00Z';
const connected: Snapshot['clusters'] = [
  { name: 'dev', namespaces: [], state: 'connected', since },
];

const answer = (items: Snapshot['items']): Snapshot => ({
  epoch: 'run-1',
  revision: 1,
  complete: true,
  items,
  removed: [],
  clusters: connected,
});

function setup() {
  const getSnapshot = jest.fn<Promise<Snapshot>, [unknown?]>();
  const connection: jest.Mocked<EntityProviderConnection> = {
    applyMutation: jest.fn().mockResolvedValue(undefined),
    refresh: jest.fn(),
  };
  const logger = mockServices.logger.mock();
  const run = jest.fn();
  const provider = new MoneroProvider({
    client: { getSnapshot },
    auth: mockServices.auth(),
    logger,
    taskRunner: { run },
    defaults: {
      defaultOwner: 'group:default/guests',
      appBaseUrl: 'https://portal.example.com',
      namespaces: {},
      clusterEntities: false,
    },
  });
  return { provider, connection, getSnapshot, logger, run };
}

describe('MoneroProvider', () => {
  it('leaves it to the scheduler when to ask', async () => {
    const { provider, connection, getSnapshot, run } = setup();
    getSnapshot.mockResolvedValue(answer([fleetItem()]));
    await provider.connect(connection);
    expect(getSnapshot).not.toHaveBeenCalled();
    await run.mock.calls[0][0].fn(new AbortController().signal);
    expect(connection.applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: [
        expect.objectContaining({
          entity: expect.objectContaining({
            metadata: expect.objectContaining({ name: 'dev.monero.nodes' }),
          }),
        }),
      ],
    });
  });

  it('asks as the service itself, with a deadline', async () => {
    const { provider, connection, getSnapshot } = setup();
    const { signal } = new AbortController();
    getSnapshot.mockResolvedValue(answer([]));
    await provider.refresh(connection, signal);
    expect(getSnapshot).toHaveBeenCalledWith(
      {},
      {
        token: expect.stringContaining('mock-service-token:'),
        signal,
        timeoutMs: 20_000,
      },
    );
  });

  it('tells the catalog nothing when nothing changed', async () => {
    const { provider, connection, getSnapshot } = setup();
    getSnapshot.mockResolvedValue(answer([fleetItem()]));
    await provider.refresh(connection);
    await provider.refresh(connection);
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
  });

  it('keeps everything while the backend is away, and says so once', async () => {
    const { provider, connection, getSnapshot, logger } = setup();
    getSnapshot.mockResolvedValue(answer([fleetItem()]));
    await provider.refresh(connection);
    getSnapshot.mockRejectedValue(new Error('http://x cannot be reached.'));
    await provider.refresh(connection);
    await provider.refresh(connection);
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Cannot read what runs; the catalog keeps what it has. Error: http://x cannot be reached.',
      ],
    ]);
    getSnapshot.mockResolvedValue(answer([fleetItem()]));
    await provider.refresh(connection);
    expect(logger.info).toHaveBeenLastCalledWith('What runs can be read again');
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
  });

  it("logs the backend's own words", async () => {
    const { provider, connection, getSnapshot, logger } = setup();
    const error = { name: 'NotAllowedError', message: 'Services may not.' };
    getSnapshot.mockRejectedValue(
      await ResponseError.fromResponse(
        new Response(JSON.stringify({ error, response: { statusCode: 403 } }), {
          status: 403,
          headers: { 'Content-Type': 'application/json' },
        }),
      ),
    );
    await provider.refresh(connection);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/NotAllowedError: Services may not\.$/),
    );
  });

  it('tells a change again when the catalog did not take it', async () => {
    const { provider, connection, getSnapshot } = setup();
    getSnapshot.mockResolvedValue(answer([fleetItem()]));
    connection.applyMutation.mockRejectedValueOnce(new Error('locked'));
    await provider.refresh(connection);
    await provider.refresh(connection);
    expect(connection.applyMutation).toHaveBeenCalledTimes(2);
  });

  it('is silent when it is stopped', async () => {
    const { provider, connection, getSnapshot, logger } = setup();
    getSnapshot.mockRejectedValue(new Error('aborted'));
    await provider.refresh(connection, AbortSignal.abort());
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('asks for what has changed alone, and keeps the rest', async () => {
    const { provider, connection, getSnapshot } = setup();
    getSnapshot.mockResolvedValueOnce(
      answer([fleetItem(), fleetItem({ name: 'old' })]),
    );
    await provider.refresh(connection);
    getSnapshot.mockResolvedValueOnce({
      ...answer([fleetItem({ name: 'new' })]),
      revision: 4,
      complete: false,
      removed: [fleetItem({ name: 'old' })],
    });
    await provider.refresh(connection);
    expect(getSnapshot).toHaveBeenLastCalledWith(
      { epoch: 'run-1', since: 1 },
      expect.anything(),
    );
    expect(
      connection.applyMutation.mock.calls.map(([mutation]) =>
        mutation.type === 'full'
          ? mutation.entities.map(({ entity }) => entity.metadata.name)
          : [],
      ),
    ).toEqual([
      ['dev.monero.nodes', 'dev.monero.old'],
      ['dev.monero.nodes', 'dev.monero.new'],
    ]);
  });

  it('reads 10,000 objects without holding up the rest', async () => {
    const { provider, connection, getSnapshot } = setup();
    getSnapshot.mockResolvedValue(
      answer(
        Array.from({ length: 10_000 }, (_, index) =>
          fleetItem({ name: `set-${index}` }),
        ),
      ),
    );
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await provider.refresh(connection);
    delay.disable();
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
    // A busy machine is slow; a whole refresh in one go takes far longer.
    expect(delay.max / 1e6).toBeLessThan(500);
  });
});
