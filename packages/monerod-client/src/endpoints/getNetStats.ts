import { query } from '../endpoint';

/** What peers sent and got since the start. */
export interface NetStats {
  /** Unix time. */
  startTimeSeconds: number;
  receivedBytes: number;
  sentBytes: number;
  receivedPackets: number;
  sentPackets: number;
}

/** Traffic with peers since the start. Unrestricted listeners only. */
export const getNetStats = query(
  'get_net_stats',
  'path',
  (wire): NetStats => ({
    startTimeSeconds: wire.count('start_time'),
    receivedBytes: wire.count('total_bytes_in'),
    sentBytes: wire.count('total_bytes_out'),
    receivedPackets: wire.count('total_packets_in'),
    sentPackets: wire.count('total_packets_out'),
  }),
);
