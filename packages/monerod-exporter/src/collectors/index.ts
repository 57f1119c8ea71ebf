import { buildCollector } from './build';
import { Collector } from './collector';
import { connectionsCollector } from './connections';
import { hardForkCollector } from './hardFork';
import { infoCollector } from './info';
import { lastBlockCollector } from './lastBlock';
import { transactionPoolCollector } from './transactionPool';

/** All topics, in the order in which they are served. */
export const COLLECTORS: readonly Collector[] = [
  infoCollector,
  buildCollector,
  connectionsCollector,
  lastBlockCollector,
  transactionPoolCollector,
  hardForkCollector,
];
