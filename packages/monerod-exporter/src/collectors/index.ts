import { alternativeChainsCollector } from './alternativeChains';
import { bansCollector } from './bans';
import { buildCollector } from './build';
import { clockCollector } from './clock';
import { Collector } from './collector';
import { connectionsCollector } from './connections';
import { feesCollector } from './fees';
import { hardForkCollector } from './hardFork';
import { infoCollector } from './info';
import { lastBlockCollector } from './lastBlock';
import { lastBlockFeesCollector } from './lastBlockFees';
import { localPeersCollector } from './localPeers';
import { netStatsCollector } from './netStats';
import { recentBlocksCollector } from './recentBlocks';
import { rpcUseCollector } from './rpcUse';
import { transactionPoolCollector } from './transactionPool';

/** All topics, in the order in which they are served. */
export const COLLECTORS: readonly Collector[] = [
  infoCollector,
  buildCollector,
  connectionsCollector,
  netStatsCollector,
  bansCollector,
  lastBlockCollector,
  lastBlockFeesCollector,
  alternativeChainsCollector,
  localPeersCollector,
  recentBlocksCollector,
  transactionPoolCollector,
  feesCollector,
  hardForkCollector,
  rpcUseCollector,
  clockCollector(),
];
