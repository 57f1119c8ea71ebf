import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { NodeSetList } from '@monero-portal/plugin-monero-common';
import { MoneroNodeSetProvider } from './MoneroNodeSetProvider';
import { nodeSet } from './__testUtils__';

const since = '2026-01-01T00:00:00Z';
const connected: NodeSetList['clusters'] = [
  { name: 'dev', namespaces: [], state: 'connected', since },
];

function setup() {
  const getNodeSets = jest.fn<Promise<NodeSetList>, [unknown?]>();
  const connection: jest.Mocked<EntityProviderConnection> = {
    applyMutation: jest.fn().mockResolvedValue(undefined),
    refresh: jest.fn(),
  };
  const logger = mockServices.logger.mock();
  const run = jest.fn();
  const provider = new MoneroNodeSetProvider({
    client: { getNodeSets },
    auth: mockServices.auth(),
    logger,
    taskRunner: { run },
    defaults: {
      defaultOwner: 'group:default/guests',
      appBaseUrl: 'https://portal.example.com',
    },
  });
  return { provider, connection, getNodeSets, logger, run };
}

describe('MoneroNodeSetProvider', () => {
  it('leaves it to the scheduler when to ask', async () => {
    const { provider, connection, getNodeSets, run } = setup();
    getNodeSets.mockResolvedValue({ items: [nodeSet()], clusters: connected });
    await provider.connect(connection);
    expect(getNodeSets).not.toHaveBeenCalled();
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
    const { provider, connection, getNodeSets } = setup();
    const { signal } = new AbortController();
    getNodeSets.mockResolvedValue({ items: [], clusters: connected });
    await provider.refresh(connection, signal);
    expect(getNodeSets).toHaveBeenCalledWith({
      token: expect.stringContaining('mock-service-token:'),
      signal,
      timeoutMs: 20_000,
    });
  });

  it('tells the catalog nothing when nothing changed', async () => {
    const { provider, connection, getNodeSets } = setup();
    getNodeSets.mockResolvedValue({ items: [nodeSet()], clusters: connected });
    await provider.refresh(connection);
    await provider.refresh(connection);
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
  });

  it('keeps everything while the backend is away, and says so once', async () => {
    const { provider, connection, getNodeSets, logger } = setup();
    getNodeSets.mockResolvedValue({ items: [nodeSet()], clusters: connected });
    await provider.refresh(connection);
    getNodeSets.mockRejectedValue(new Error('http://x cannot be reached.'));
    await provider.refresh(connection);
    await provider.refresh(connection);
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Cannot read the node sets; the catalog keeps what it has. Error: http://x cannot be reached.',
      ],
    ]);
    getNodeSets.mockResolvedValue({ items: [nodeSet()], clusters: connected });
    await provider.refresh(connection);
    expect(logger.info).toHaveBeenLastCalledWith(
      'The node sets can be read again',
    );
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
  });

  it("logs the backend's own words", async () => {
    const { provider, connection, getNodeSets, logger } = setup();
    const error = { name: 'NotAllowedError', message: 'Services may not.' };
    getNodeSets.mockRejectedValue(
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
    const { provider, connection, getNodeSets } = setup();
    getNodeSets.mockResolvedValue({ items: [nodeSet()], clusters: connected });
    connection.applyMutation.mockRejectedValueOnce(new Error('locked'));
    await provider.refresh(connection);
    await provider.refresh(connection);
    expect(connection.applyMutation).toHaveBeenCalledTimes(2);
  });

  it('is silent when it is stopped', async () => {
    const { provider, connection, getNodeSets, logger } = setup();
    getNodeSets.mockRejectedValue(new Error('aborted'));
    await provider.refresh(connection, AbortSignal.abort());
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
