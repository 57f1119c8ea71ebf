import type {
  MinerHealth,
  NodeHealth,
  SeriesName,
} from '@monero-portal/plugin-monero-common';
import type { HealthService } from '../health';

/** A pod, wherever it runs. */
export interface PodRef {
  cluster: string;
  namespace: string;
  pod: string;
}

/** What was measured of a pod at one moment. */
export interface HistoryRecord extends PodRef {
  values: Partial<Record<SeriesName, number>>;
}

/** A measurement that is older than this is none of now: a gap stays a gap. */
const FRESH_MS = 90_000;

/** One record for every pod that was measured just now. */
export function recordsOf(
  health: Pick<HealthService, 'list'>,
  now: number,
): HistoryRecord[] {
  const isFresh = ({ sampledAt }: { sampledAt?: string }) =>
    sampledAt !== undefined && now - Date.parse(sampledAt) <= FRESH_MS;
  const nodes = health
    .list('MoneroNodeSet')
    .flatMap(set =>
      set.nodes
        .filter(isFresh)
        .map(node => record(set, node.pod, valuesOfNode(node))),
    );
  const miners = health
    .list('MoneroMiningNodeSet')
    .flatMap(set =>
      set.miners
        .filter(isFresh)
        .map(miner => record(set, miner.pod, valuesOfMiner(miner))),
    );
  return [...nodes, ...miners].filter(
    ({ values }) => Object.keys(values).length > 0,
  );
}

function record(
  { cluster, namespace }: { cluster: string; namespace: string },
  pod: string,
  values: Partial<Record<SeriesName, number | undefined>>,
): HistoryRecord {
  const known = Object.entries(values).filter(
    ([, value]) => value !== undefined,
  );
  return { cluster, namespace, pod, values: Object.fromEntries(known) };
}

function valuesOfNode(node: NodeHealth) {
  return {
    blocksBehind: node.blocksBehind,
    peersIn: node.peersIn,
    peersOut: node.peersOut,
    peersAnonymous: node.peersAnonymous,
    transactionPool: node.transactionPool,
    databaseBytes: node.databaseBytes,
    freeBytes: node.freeBytes,
  };
}

function valuesOfMiner({ hashrate60s, hashrate10s }: MinerHealth) {
  return { hashrate: hashrate60s ?? hashrate10s };
}
