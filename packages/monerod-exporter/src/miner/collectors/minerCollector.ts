import { Collector } from '../../collectors/collector';
import { MinerSummary } from '../summary';

/** A miner during one scrape; collectors share one answer. */
export interface ScrapedMiner {
  getSummary(): Promise<MinerSummary>;
}

/** One topic about a miner. */
export type MinerCollector = Collector<ScrapedMiner>;
