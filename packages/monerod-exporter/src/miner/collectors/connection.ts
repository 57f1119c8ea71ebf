import { MinerCollector } from './minerCollector';

/** Who gives work, from the summary. */
export const connectionCollector: MinerCollector = {
  name: 'miner_connection',
  async collect(miner, metrics) {
    const { connection, connectionFailures, algorithm, difficulty } =
      await miner.getSummary();
    metrics.gauge(
      'monero_miner_connected',
      'Whether the miner has a connection to its pool or daemon.',
      connection !== undefined,
    );
    metrics.facts(
      'monero_miner_connection_info',
      'Who gives work, and for which algorithm; absent while nobody does.',
      {
        pool: connection?.pool,
        algorithm,
        tls: connection && String(connection.tls),
      },
    );
    metrics.gauge(
      'monero_miner_connection_uptime_seconds',
      'How long the connection has lasted.',
      connection?.uptimeSeconds,
    );
    metrics.gauge(
      'monero_miner_connection_ping_seconds',
      'How long the pool or daemon took to answer.',
      connection?.pingSeconds,
    );
    metrics.counters(
      'monero_miner_connection_failures_total',
      'Connections that failed since the miner started.',
      [{ labels: {}, value: connectionFailures }],
    );
    metrics.gauge(
      'monero_miner_difficulty',
      'Hashes that the next result takes, on average.',
      difficulty,
    );
  },
};
