import type { DaemonClient } from 'monerod-client';
import type { Metrics } from '../metrics';

/**
 * The daemon during one scrape: every call is under the scrape's deadline, and
 * collectors that ask for the same thing share one answer.
 */
export type ScrapedDaemon = {
  readonly [Call in
    | 'getConnections'
    | 'getInfo'
    | 'getLastBlockHeader'
    | 'getTransactionPoolStats'
    | 'getVersion'
    | 'hardForkInfo']: () => ReturnType<DaemonClient[Call]>;
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
