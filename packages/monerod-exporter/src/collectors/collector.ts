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

/** One topic of metrics. */
export interface Collector {
  /** Value of the label `collector`. */
  readonly name: string;
  /**
   * Asks first, then sets metrics, so that a failure leaves none half set.
   * @throws MonerodError; one that is `unsupported` means the daemon does not
   * offer this topic on this listener.
   */
  collect(daemon: ScrapedDaemon, metrics: Metrics): Promise<void>;
}
