import { Collector } from './collector';

/** monerod counts by names of its own code, some seventy; more would be another program's. */
const MAX_METHODS = 200;

const NANOSECONDS = 1e9;

/**
 * Use of the daemon's RPC by everybody, from rpc_access_tracking; unrestricted
 * listeners only.
 */
export const rpcUseCollector: Collector = {
  name: 'rpc',
  async collect(daemon, metrics) {
    const uses = (await daemon.rpcAccessTracking()).slice(0, MAX_METHODS);
    metrics.counters(
      'monero_rpc_hits_total',
      'Calls that the daemon served since it started, those of the exporter included.',
      uses.map(({ call, count }) => ({
        labels: { method: call },
        value: count,
      })),
    );
    metrics.counters(
      'monero_rpc_seconds_total',
      'Time that the daemon spent on them.',
      uses.map(({ call, nanoseconds }) => ({
        labels: { method: call },
        value: Number(nanoseconds) / NANOSECONDS,
      })),
    );
  },
};
