import { connectionCollector } from './connection';
import { hashrateCollector } from './hashrate';
import { MinerCollector } from './minerCollector';
import { processCollector } from './process';
import { sharesCollector } from './shares';

/** All topics about a miner, in the order in which they are served. */
export const MINER_COLLECTORS: readonly MinerCollector[] = [
  processCollector,
  connectionCollector,
  hashrateCollector,
  sharesCollector,
];
