import type { AddressService } from '../schemas';

/** What tor said of itself. */
export interface TorSample {
  up?: boolean;
  /** Share of its start that is done, 0 to 1. */
  bootstrapped?: number;
  /** Circuits on which others may ask for the onion service. */
  introductionCircuits?: number;
}

/** What i2pd said of itself. */
export interface I2pdSample {
  up?: boolean;
  knownRouters?: number;
  /** Tunnels of the node's address that work. */
  tunnelsIn?: number;
  tunnelsOut?: number;
}

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
  /**
   * Seconds between two looks at the exporter, where another than the portal
   * looks, such as Prometheus; absent: a few.
   */
  lookedAtEverySeconds?: number;
  /** Whether monerod answered the exporter. */
  up?: boolean;
  /** When monerod last answered the exporter. */
  answeredAt?: string;
  /** How far the machine's clock is ahead, in seconds. */
  clockSkewSeconds?: number;
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
  /** It has no peers by its own wish (`--offline`). */
  offline?: boolean;
  /** Since when a node of a public network has no peer that it chose itself. */
  noPeersOutSince?: string;
  /** Links over Tor and I2P, in both directions. */
  peersAnonymous?: number;
  peersAnonymousIn?: number;
  peersAnonymousOut?: number;
  /** Its addresses on Tor and I2P, without the reasons. */
  services?: readonly AddressService[];
  tor?: TorSample;
  i2pd?: I2pdSample;
  /** Private addresses of who opened a link to it; absent when not told. */
  localPeers?: readonly string[];
  databaseBytes?: number;
  freeBytes?: number;
  transactionPool?: number;
  lastBlockAt?: string;
  topHash?: string;
  /** Hashes that the next block takes, on average. */
  difficulty?: number;
  /** Hashes of its last blocks by index, as far as they are known to be its chain. */
  blocks?: ReadonlyMap<number, string>;
  /** Since when the height has not changed. */
  heightSince?: string;
  /** Speed over the last samples; absent until there are enough of them. */
  blocksPerSecond?: number;
}

/**
 * What a miner's exporter told. Every field is absent while unknown; counts
 * are since xmrig was started.
 */
export interface MinerSample {
  sampledAt?: string;
  failedSince?: string;
  failure?: string;
  /** As of a node. */
  lookedAtEverySeconds?: number;
  /** Whether xmrig answered the exporter. */
  up?: boolean;
  /** The rule that makes the pod ready. */
  mining?: boolean;
  version?: string;
  connected?: boolean;
  pool?: string;
  difficulty?: number;
  /** Hashes per second. */
  hashrate10s?: number;
  hashrate60s?: number;
  hashrate15m?: number;
  sharesAccepted?: number;
  sharesRejected?: number;
}
