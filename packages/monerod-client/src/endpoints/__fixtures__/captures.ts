import { AnyEndpoint } from '../../endpoint';
import { THROWAWAY_ADDRESS } from '../../testing';
import { Connection } from '../getConnections';
import { BlockHeader } from '../getLastBlockHeader';
import { unrestrictedEndpoints } from '../index';

type ResultOf<E> = E extends AnyEndpoint<infer _Params, infer Result>
  ? Result
  : never;

/** The message of the error where a call cannot succeed on regtest. */
export class RefusedWith {
  constructor(readonly words: string) {}
}

/** What the captured reply of every endpoint means. */
type Captures = {
  readonly [Name in keyof typeof unrestrictedEndpoints]:
    | ResultOf<(typeof unrestrictedEndpoints)[Name]>
    | RefusedWith;
};

// What differs from capture to capture.
const NUMBER: number = expect.any(Number);
const BIG: bigint = expect.any(BigInt);
const TEXT: string = expect.any(String);
const BOOLEAN: boolean = expect.any(Boolean);
const HASH: string = expect.stringMatching(/^(?!0{64})[0-9a-f]{64}$/);
const HEX: string = expect.stringMatching(/^[0-9a-f]{16,}$/);
// A number, or absent from older daemons; no text at any rate.
// eslint-disable-next-line jest/no-standalone-expect
const SINCE_0_18_3: number = expect.not.stringContaining('');
const BYTES: Uint8Array = expect.any(Uint8Array);
const ADDRESS: string = expect.stringMatching(/^127\.0\.0\.1:\d+$/);
const NOBODY = '0'.repeat(64);

const header = (index: number, rewardAtomicUnits: bigint): BlockHeader => ({
  index,
  hash: HASH,
  previousHash: HASH,
  timestampSeconds: NUMBER,
  difficulty: 1n,
  cumulativeDifficulty: BigInt(index + 1),
  rewardAtomicUnits,
  sizeBytes: NUMBER,
  weightBytes: NUMBER,
  transactions: 0,
  majorVersion: 16,
  minorVersion: 16,
  nonce: 0,
  minerTransactionHash: HASH,
  orphan: false,
});

const CONNECTION: Connection = {
  connectionId: HEX,
  address: ADDRESS,
  addressKind: 'ipv4',
  incoming: BOOLEAN,
  state: 'normal',
  height: NUMBER,
  liveSeconds: NUMBER,
  receivedBytes: NUMBER,
  sentBytes: NUMBER,
  receivedIdleSeconds: NUMBER,
  sentIdleSeconds: NUMBER,
  downloadBytesPerSecond: NUMBER,
  uploadBytesPerSecond: NUMBER,
  peerId: HEX,
  pruningSeed: 0,
};

/**
 * What the replies in testdata/rpc mean: the same steps on the same chain
 * rules, so most numbers come out alike each time they are captured.
 */
export const CAPTURES: Captures = {
  getInfo: {
    nettype: 'regtest',
    height: 81,
    targetHeight: undefined,
    topBlockHash: HASH,
    synchronized: true,
    busySyncing: false,
    offline: false,
    restricted: false,
    untrusted: false,
    difficulty: 1n,
    cumulativeDifficulty: 81n,
    databaseSizeBytes: NUMBER,
    databaseSizeApproximate: false,
    transactions: 0,
    poolTransactions: 0,
    blockWeightLimitBytes: 600000,
    blockWeightMedianBytes: 300000,
    blockIntervalSeconds: 120,
    version: TEXT,
    startTimeSeconds: NUMBER,
    incomingConnections: NUMBER,
    outgoingConnections: NUMBER,
    rpcConnections: NUMBER,
    whitePeers: 0,
    greyPeers: 0,
    alternativeBlocks: 0,
    updateAvailable: false,
    freeSpaceBytes: NUMBER,
  },
  getBlockCount: 81,
  getHeight: { height: 81, topBlockHash: HASH },
  getVersion: { major: 3, minor: NUMBER, release: false },
  hardForkInfo: {
    version: 16,
    enabled: true,
    earliestHeight: 1,
    voting: 16,
    votes: 80,
    threshold: 0,
    windowBlocks: 81,
    state: 'likely-forked',
  },
  getLastBlockHeader: header(80, 35179037333548n),
  getBlockHash: HASH,
  getBlockHeaderByHash: header(2, 35184271425600n),
  getBlockHeaderByIndex: header(1, 35184338534400n),
  getBlockHeaders: [
    {
      ...header(0, 17592186044415n),
      previousHash: NOBODY,
      majorVersion: 1,
      minorVersion: 0,
      nonce: 10000,
    },
    header(1, 35184338534400n),
  ],
  getBlock: {
    header: header(2, 35184271425600n),
    minerTransactionHash: HASH,
    transactionHashes: [],
    blob: HEX,
  },
  getFeeEstimate: {
    feePerByteAtomicUnits: 1200000n,
    feesPerByteAtomicUnits: [1200000n, 4700000n, 19000000n, 240000000n],
    quantizationAtomicUnits: 10000n,
  },
  getOutputs: [
    {
      key: HASH,
      mask: HASH,
      unlocked: true,
      blockIndex: 1,
      transactionHash: HASH,
    },
  ],
  getOutputHistogram: [
    { amountAtomicUnits: 0n, total: 80, unlocked: 71, recent: 0 },
  ],
  getOutputDistribution: [
    { amountAtomicUnits: 0n, first: 1, before: 0, counts: [1, 2, 3] },
  ],
  getBlocks: {
    first: 79,
    blocks: [79, 80].map(index => ({
      blob: BYTES,
      transactions: [],
      pruned: true,
      // The first block's output is of the old kind, with an amount.
      outputIndices: [[index - 1]],
    })),
    height: 81,
    daemonTimeSeconds: SINCE_0_18_3,
    pool: undefined,
  },
  getBlocksByIndex: [
    { blob: BYTES, transactions: [], pruned: false },
    { blob: BYTES, transactions: [], pruned: false },
  ],
  getBlockHashes: {
    first: 2,
    hashes: expect.arrayContaining([HASH]),
    height: 81,
  },
  getOutputIndices: [1],
  getOutputsBinary: [
    {
      key: HASH,
      mask: HASH,
      unlocked: true,
      blockIndex: 1,
      transactionHash: HASH,
    },
  ],
  getOutputDistributionBinary: [
    { amountAtomicUnits: 0n, first: 1, before: 0, counts: [1, 2, 3] },
  ],
  getCoinbaseTransactionSum: {
    emissionAtomicUnits: 87960796004415n,
    feesAtomicUnits: 0n,
  },
  getAlternateChains: [],
  getAlternativeBlockHashes: [],
  pruneBlockchain: { pruned: false, pruningSeed: 0 },
  saveBlockchain: undefined,
  sendRawTransaction: { relayed: false },
  getTransactions: {
    transactions: [
      {
        hash: HASH,
        hex: HEX,
        prunedHex: undefined,
        prunableHash: HASH,
        prunableHex: undefined,
        doubleSpendSeen: false,
        block: undefined,
        pool: { receivedSeconds: NUMBER, relayed: false },
      },
      {
        hash: HASH,
        hex: undefined,
        prunedHex: HEX,
        prunableHash: HASH,
        prunableHex: undefined,
        doubleSpendSeen: false,
        block: {
          index: 2,
          timestampSeconds: NUMBER,
          confirmations: 79,
          outputIndices: [1],
        },
        pool: undefined,
      },
    ],
    missing: [NOBODY],
  },
  getTransactionPool: {
    transactions: [
      {
        hash: HASH,
        sizeBytes: NUMBER,
        weightBytes: NUMBER,
        feeAtomicUnits: BIG,
        receivedSeconds: NUMBER,
        relayed: false,
        lastRelayedSeconds: undefined,
        doNotRelay: true,
        doubleSpendSeen: false,
        keptByBlock: false,
        newestInput: { index: NUMBER, blockHash: HASH },
        blob: HEX,
      },
    ],
    spentKeyImages: [
      { keyImage: HASH, transactionHashes: [HASH] },
      { keyImage: HASH, transactionHashes: [HASH] },
    ],
  },
  getTransactionPoolHashes: [HASH],
  getTransactionPoolStats: {
    transactions: 1,
    totalBytes: NUMBER,
    minBytes: NUMBER,
    medianBytes: NUMBER,
    maxBytes: NUMBER,
    feesAtomicUnits: BIG,
    oldestSeconds: NUMBER,
    olderThan10Minutes: 0,
    doubleSpends: 0,
    failing: 0,
    notRelayed: 1,
  },
  getTransactionPoolBacklog: [
    { weightBytes: NUMBER, feeAtomicUnits: BIG, waitingSeconds: NUMBER },
  ],
  getTransactionPoolHashesBinary: [HASH],
  isKeyImageSpent: ['unspent'],
  relayTransactions: undefined,
  getMinerData: {
    majorVersion: 16,
    index: 81,
    previousHash: HASH,
    seedHash: HASH,
    difficulty: 1n,
    medianWeightBytes: 300000,
    alreadyGeneratedAtomicUnits: 2832127215504454n,
    transactions: [],
  },
  flushTransactionPool: undefined,
  flushCache: undefined,
  getConnections: [CONNECTION, CONNECTION],
  syncInfo: {
    height: 81,
    targetHeight: undefined,
    nextNeededPruningSeed: 1,
    overview: '[]',
    peers: [CONNECTION, CONNECTION],
    spans: [],
  },
  getPeerList: { white: [], grey: [] },
  getPublicNodes: { white: [], grey: [] },
  getNetStats: {
    startTimeSeconds: NUMBER,
    receivedBytes: NUMBER,
    sentBytes: NUMBER,
    receivedPackets: NUMBER,
    sentPackets: NUMBER,
  },
  getLimit: {
    downloadBytesPerSecond: NUMBER,
    uploadBytesPerSecond: NUMBER,
  },
  setLimit: {
    downloadBytesPerSecond: NUMBER,
    uploadBytesPerSecond: NUMBER,
  },
  outPeers: 12,
  inPeers: 20,
  setBans: undefined,
  getBans: [{ host: '203.0.113.9', seconds: NUMBER }],
  isBanned: { banned: true, seconds: NUMBER },
  setBootstrapDaemon: undefined,
  setLogLevel: undefined,
  setLogCategories: '*:WARNING',
  update: new RefusedWith('update: Error checking for updates'),
  getBlockTemplate: {
    index: 81,
    previousHash: HASH,
    difficulty: 1n,
    expectedRewardAtomicUnits: 35178970234859n,
    blob: HEX,
    hashingBlob: HEX,
    reservedOffsetBytes: NUMBER,
    seedHash: HASH,
    seedIndex: 0,
    nextSeedHash: undefined,
  },
  addAuxPow: {
    blob: HEX,
    hashingBlob: HEX,
    merkleRoot: HASH,
    merkleTreeDepth: 0,
    auxPow: [{ id: HASH, hash: HASH }],
  },
  calculatePow: HASH,
  submitBlock: undefined,
  generateBlocks: { hashes: [HASH], height: 83 },
  popBlocks: 82,
  startMining: undefined,
  miningStatus: {
    active: true,
    minerAddress: THROWAWAY_ADDRESS,
    threads: 1,
    hashesPerSecond: NUMBER,
    algorithm: 'RandomX',
    background: false,
    blockRewardAtomicUnits: BIG,
    blockIntervalSeconds: 120,
    difficulty: 1n,
  },
  setLogHashRate: undefined,
  stopMining: undefined,
  rpcAccessTracking: expect.arrayContaining([
    { call: 'calcpow', count: 1, nanoseconds: BIG },
  ]),
  stopDaemon: undefined,
};
