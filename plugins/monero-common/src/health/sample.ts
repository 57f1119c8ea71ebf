/**
 * What a node's exporter told. Every field is absent while unknown.
 * Heights are chain lengths, times ISO 8601.
 */
export interface NodeSample {
  /** When the exporter last answered. */
  sampledAt?: string;
  /** Since when the exporter has not answered; absent while it answers. */
  failedSince?: string;
  /** Why it does not answer, in a few words. */
  failure?: string;
  /** Whether monerod answered the exporter. */
  up?: boolean;
  version?: string;
  nettype?: string;
  height?: number;
  /** Height that its peers tell; absent when it knows of no higher one. */
  targetHeight?: number;
  synchronized?: boolean;
  /** The rule that makes the pod ready. */
  inSync?: boolean;
  peersIn?: number;
  peersOut?: number;
  databaseBytes?: number;
  freeBytes?: number;
  transactionPool?: number;
  lastBlockAt?: string;
  topHash?: string;
  /** Since when the height has not changed. */
  heightSince?: string;
  /** Speed over the last samples; absent until there are enough of them. */
  blocksPerSecond?: number;
}
