import type { BlockHeader, DaemonClient } from 'monerod-client';
import type { BlockFees } from '../blockFees';
import type { Metrics } from '../metrics';

/** Calls of the client that collectors make. */
export type ScrapedCall =
  | 'getAlternateChains'
  | 'getBans'
  | 'getConnections'
  | 'getFeeEstimate'
  | 'getInfo'
  | 'getLastBlockHeader'
  | 'getNetStats'
  | 'getTransactionPoolStats'
  | 'getVersion'
  | 'hardForkInfo'
  | 'rpcAccessTracking';

/**
 * The daemon during one scrape: every call is under the scrape's deadline, and
 * collectors that ask for the same thing share one answer.
 */
export type ScrapedDaemon = {
  readonly [Call in ScrapedCall]: () => ReturnType<DaemonClient[Call]>;
} & {
  /** What the miner of a block got as fees; asked once for each block. */
  getBlockFees(block: BlockHeader): Promise<BlockFees>;
  /** Headers from the first index to the last, both included. */
  getBlockHeaders(range: {
    first: number;
    last: number;
  }): ReturnType<DaemonClient['getBlockHeaders']>;
};

/**
 * One topic of metrics.
 * @typeParam Subject - what is asked: a daemon, unless said otherwise
 */
export interface Collector<Subject = ScrapedDaemon> {
  /** Value of the label `collector`. */
  readonly name: string;
  /**
   * Asks first, then sets metrics, so that a failure leaves none half set.
   * @throws MonerodError; one that is `unsupported` means the daemon does not
   * offer this topic on this listener.
   */
  collect(subject: Subject, metrics: Metrics): Promise<void>;
}
