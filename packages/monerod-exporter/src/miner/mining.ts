import { Readiness } from '../readiness';
import { MinerSummary } from './summary';

/**
 * Whether a miner mines: it has work from a pool or daemon, and hashes were
 * counted in the last ten seconds. A process that merely runs does not mine.
 */
export function mining(summary: MinerSummary): Readiness {
  const { connection, hashrate, paused } = summary;
  if (!connection) {
    return { ready: false, reason: 'no connection to the pool or daemon' };
  }
  if (paused) return { ready: false, reason: 'mining is paused' };
  if (hashrate.tenSeconds === undefined) {
    return {
      ready: false,
      reason: `connected to ${connection.pool}, and counts its first hashes`,
    };
  }
  return hashrate.tenSeconds > 0
    ? {
        ready: true,
        reason: `mining on ${connection.pool} at ${hashrate.tenSeconds} H/s`,
      }
    : {
        ready: false,
        reason: `connected to ${connection.pool}, and does not hash`,
      };
}
