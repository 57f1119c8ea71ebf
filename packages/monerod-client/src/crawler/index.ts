export {
  addressText,
  type CrawlAddress,
  type DialKind,
  parseAddressText,
} from './address';
export {
  crawl,
  type CrawlDeps,
  type CrawlEnd,
  type CrawlOptions,
  type CrawlStart,
  DEFAULT_CRAWL,
} from './crawl';
export {
  type CrawlOutcome,
  type CrawlRecord,
  type EdgeRecord,
  type NodeRecord,
  parseRecord,
  RecordError,
} from './records';
export { type Counts, type CrawlReport, Reporter } from './report';
export { MAX_PICTURE_NODES, Picture } from './svg';
