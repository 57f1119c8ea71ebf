import type {
  AlternateChain,
  BlockHeader,
  Connection,
  DaemonInfo,
} from 'monerod-client';
import type { ScrapeClient } from '../scrapedDaemon';

const HASH = 'ab'.repeat(32);

/** A mainnet node in sync at height 1000 with eight peers. */
export const INFO: DaemonInfo = {
  nettype: 'mainnet',
  height: 1000,
  topBlockHash: HASH,
  synchronized: true,
  busySyncing: false,
  offline: false,
  restricted: false,
  untrusted: false,
  version: '0.18.4.0-release',
  startTimeSeconds: 1_700_000_000,
  incomingConnections: 3,
  outgoingConnections: 5,
  rpcConnections: 2,
  whitePeers: 900,
  greyPeers: 4000,
  alternativeBlocks: 1,
  updateAvailable: false,
  difficulty: 300_000_000_000n,
  cumulativeDifficulty: 2n ** 70n,
  databaseSizeBytes: 200_000_000_000,
  databaseSizeApproximate: false,
  freeSpaceBytes: 90_000_000_000,
  transactions: 42,
  poolTransactions: 7,
  blockWeightLimitBytes: 600_000,
  blockWeightMedianBytes: 300_000,
  blockIntervalSeconds: 120,
};

/** The same node through its restricted listener. */
export const MASKED: DaemonInfo = {
  ...INFO,
  restricted: true,
  databaseSizeApproximate: true,
  version: undefined,
  startTimeSeconds: undefined,
  incomingConnections: undefined,
  outgoingConnections: undefined,
  rpcConnections: undefined,
  whitePeers: undefined,
  greyPeers: undefined,
  alternativeBlocks: undefined,
  updateAvailable: undefined,
  freeSpaceBytes: undefined,
};

export const BLOCK: BlockHeader = {
  index: 999,
  hash: HASH,
  previousHash: 'cd'.repeat(32),
  timestampSeconds: 1_800_000_000,
  difficulty: 300_000_000_000n,
  cumulativeDifficulty: 2n ** 70n,
  rewardAtomicUnits: 612_345_000_000n,
  sizeBytes: 80_000,
  weightBytes: 81_000,
  transactions: 30,
  majorVersion: 16,
  minorVersion: 16,
  nonce: 1,
  minerTransactionHash: HASH,
  orphan: false,
};

/** A branch beside the chain. */
export const alternateChain = (
  blocks: number,
  topIndex: number,
): AlternateChain => ({
  topBlockHash: HASH,
  topIndex,
  blocks,
  difficulty: 300_000_000_000n,
  blockHashes: [HASH],
  parentHash: HASH,
});

/** A link to a peer. */
export const connection = (
  incoming: boolean,
  state = 'normal',
): Connection => ({
  connectionId: '1',
  address: '127.0.0.1:18080',
  addressKind: 'ipv4',
  incoming,
  state,
  height: 1000,
  liveSeconds: 1,
  receivedBytes: 1,
  sentBytes: 1,
  receivedIdleSeconds: 1,
  sentIdleSeconds: 1,
  downloadBytesPerSecond: 0,
  uploadBytesPerSecond: 0,
  peerId: '1',
  pruningSeed: 0,
});

/** The calls that the exporter makes. */
export type FakeDaemon = ScrapeClient;

/** A daemon that answers everything; change what matters. */
export const fakeDaemon = (changes: Partial<FakeDaemon> = {}): FakeDaemon => ({
  getInfo: async () => INFO,
  getConnections: async () => [
    connection(true),
    connection(false),
    connection(false, 'synchronizing'),
  ],
  getBlockHeaders: async () => [BLOCK],
  getLastBlockHeader: async () => BLOCK,
  getTransactionPoolStats: async () => ({
    transactions: 7,
    totalBytes: 14_000,
    minBytes: 1_500,
    medianBytes: 1_600,
    maxBytes: 4_000,
    feesAtomicUnits: 2_500_000_000n,
    oldestSeconds: 1_799_999_000,
    olderThan10Minutes: 1,
    doubleSpends: 0,
    failing: 2,
    notRelayed: 3,
  }),
  getVersion: async () => ({ major: 3, minor: 14, release: true }),
  hardForkInfo: async () => ({
    version: 16,
    enabled: true,
    earliestHeight: 2_689_608,
    voting: 16,
    votes: 10_080,
    threshold: 0,
    windowBlocks: 10_080,
    state: 'ready',
  }),
  getNetStats: async () => ({
    startTimeSeconds: 1_700_000_000,
    receivedBytes: 5_000,
    sentBytes: 7_000,
    receivedPackets: 50,
    sentPackets: 70,
  }),
  getBans: async () => [{ host: '203.0.113.9', seconds: 60 }],
  getAlternateChains: async () => [
    alternateChain(2, 990),
    alternateChain(5, 500),
  ],
  getFeeEstimate: async () => ({
    feePerByteAtomicUnits: 20_000n,
    feesPerByteAtomicUnits: [20_000n, 80_000n, 320_000n, 4_000_000n],
    quantizationAtomicUnits: 10_000n,
  }),
  getCoinbaseTransactionSum: async () => ({
    emissionAtomicUnits: 600_000_000_000n,
    feesAtomicUnits: 12_345_000_000n,
  }),
  rpcAccessTracking: async () => [
    { call: 'get_info', count: 12, nanoseconds: 3_500_000_000n },
    { call: 'get_block', count: 1, nanoseconds: 2_000_000n },
  ],
  ...changes,
});
