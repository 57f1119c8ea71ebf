import { mockServices } from '@backstage/backend-test-utils';
import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { healthWith } from '../../testing/rows';
import { ChangePublisher } from './ChangePublisher';

const key = {
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'monero',
  name: 'web',
} as const;

function setup() {
  jest.useFakeTimers();
  const publish = jest.fn(async () => {});
  const controller = new AbortController();
  const logger = mockServices.logger.mock();
  const publisher = new ChangePublisher({
    signals: { publish },
    logger,
    signal: controller.signal,
  });
  return { publish, publisher, controller, logger };
}

afterEach(() => jest.useRealTimers());

describe('ChangePublisher', () => {
  it('tells of a proposal at once, and of many changes once more', () => {
    const { publish, publisher } = setup();
    for (let change = 0; change < 50; change++) {
      publisher.proposal(7);
    }
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'monero:proposals',
          message: { id: 7 },
        },
      ],
    ]);
    jest.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(10_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('tells of a node set only what a reader would notice', () => {
    const { publish, publisher } = setup();
    let health: NodeSetHealth | undefined = healthWith();
    const notice = (next: NodeSetHealth | undefined) => {
      health = next;
      publisher.object(key, () => health);
      jest.advanceTimersByTime(1_000);
    };
    notice(health);
    expect(publish).toHaveBeenCalledTimes(1);
    const [node, ...others] = healthWith().nodes;
    notice(healthWith({ asOf: '2026-03-01T12:00:09Z' }));
    notice(
      healthWith({
        nodes: [{ ...node, reason: '9 s', freeBytes: 1 }, ...others],
      }),
    );
    expect(publish).toHaveBeenCalledTimes(1);
    notice(healthWith({ nodes: [{ ...node, height: 5 }, ...others] }));
    expect(publish).toHaveBeenCalledTimes(2);
    notice(undefined);
    notice(undefined);
    expect(publish).toHaveBeenCalledTimes(3);
    // Everybody hears it, whoever may see the object or not.
    for (const [call] of publish.mock.calls as unknown[][]) {
      expect(call).toMatchObject({ message: { uid: 'uid' } });
      expect(JSON.stringify(call)).not.toMatch(/web|monero\/|dev/);
    }
  });

  it('tells of the fleet once a second, with the revision of that moment', () => {
    const { publish, publisher } = setup();
    let revision = 0;
    const current = () => revision;
    while (revision < 51) {
      revision++;
      publisher.fleet(current);
    }
    jest.advanceTimersByTime(1_000);
    expect(
      (publish.mock.calls as unknown[][]).map(([call]) => call),
    ).toMatchObject([
      { channel: 'monero:fleet', message: { revision: 1 } },
      { channel: 'monero:fleet', message: { revision: 51 } },
    ]);
  });

  it('falls silent when the plugin ends', () => {
    const { publish, publisher, controller } = setup();
    publisher.proposal(7);
    publisher.proposal(7);
    controller.abort();
    jest.advanceTimersByTime(10_000);
    publisher.proposal(8);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('lives without signals', async () => {
    const { publish, publisher, logger } = setup();
    publish.mockRejectedValue(new Error('no events backend'));
    publisher.proposal(7);
    await jest.advanceTimersByTimeAsync(0);
    expect(logger.debug).toHaveBeenCalledTimes(1);
  });
});
