import { Endpoint, Listener } from '../../endpoint';
import { unrestrictedEndpoints } from '../index';

/** What a captured reply must decode to. */
export interface Expectation<Result> {
  result: Result;
  /** `unrestricted` unless said. */
  listener?: Listener;
}

type ResultOf<E> = E extends Endpoint<infer _Params, infer Result>
  ? Result
  : never;

/** Endpoints whose replies are told field by field here; the others are in captures.ts. */
type Told =
  | 'getInfo'
  | 'getBlockCount'
  | 'getLastBlockHeader'
  | 'getTransactionPoolStats'
  | 'getVersion'
  | 'hardForkInfo'
  | 'getConnections'
  | 'generateBlocks';

/** File of a captured reply, and what it means: at least one for every endpoint. */
type Expected = {
  [Name in Told]: Record<
    string,
    Expectation<ResultOf<(typeof unrestrictedEndpoints)[Name]>>
  >;
};

/** Replies of regtest daemons 0.18.4.0 and 0.18.0.0. */
export const EXPECTED: Expected = {
  getInfo: {
    getInfo: {
      result: {
        nettype: 'regtest',
        height: 5,
        targetHeight: undefined,
        topBlockHash:
          '91548f432a912e07d4f2fc9fb42966a410aeeacced2709dec598e23e830fd809',
        synchronized: true,
        busySyncing: false,
        offline: false,
        restricted: false,
        untrusted: false,
        difficulty: 1n,
        cumulativeDifficulty: 5n,
        databaseSizeBytes: 180224,
        databaseSizeApproximate: false,
        transactions: 0,
        poolTransactions: 0,
        blockWeightLimitBytes: 600000,
        blockWeightMedianBytes: 300000,
        blockIntervalSeconds: 120,
        version: '0.18.4.0-unknown',
        startTimeSeconds: 1795426705,
        incomingConnections: 1,
        outgoingConnections: 1,
        rpcConnections: 1,
        whitePeers: 0,
        greyPeers: 0,
        alternativeBlocks: 0,
        updateAvailable: false,
        freeSpaceBytes: 69192265728,
      },
    },
    'getInfo.restricted': {
      result: {
        nettype: 'regtest',
        height: 5,
        targetHeight: undefined,
        topBlockHash:
          '91548f432a912e07d4f2fc9fb42966a410aeeacced2709dec598e23e830fd809',
        synchronized: true,
        busySyncing: false,
        offline: false,
        restricted: true,
        untrusted: false,
        difficulty: 1n,
        cumulativeDifficulty: 5n,
        databaseSizeBytes: 5368709120,
        databaseSizeApproximate: true,
        transactions: 0,
        poolTransactions: 0,
        blockWeightLimitBytes: 600000,
        blockWeightMedianBytes: 300000,
        blockIntervalSeconds: 120,
      },
    },
    'getInfo.0-18-0': {
      result: {
        nettype: 'regtest',
        height: 5,
        targetHeight: undefined,
        topBlockHash:
          '91548f432a912e07d4f2fc9fb42966a410aeeacced2709dec598e23e830fd809',
        synchronized: true,
        busySyncing: false,
        offline: false,
        restricted: false,
        untrusted: false,
        difficulty: 1n,
        cumulativeDifficulty: 5n,
        databaseSizeBytes: 126976,
        databaseSizeApproximate: false,
        transactions: 0,
        poolTransactions: 0,
        blockWeightLimitBytes: 600000,
        blockWeightMedianBytes: 300000,
        blockIntervalSeconds: 120,
        version: '0.18.0.0-unknown',
        startTimeSeconds: 1795427497,
        incomingConnections: 1,
        outgoingConnections: 1,
        rpcConnections: 1,
        whitePeers: 0,
        greyPeers: 0,
        alternativeBlocks: 0,
        updateAvailable: false,
        freeSpaceBytes: 69192257536,
      },
    },
  },
  getBlockCount: {
    getBlockCount: { result: 5 },
  },
  getLastBlockHeader: {
    getLastBlockHeader: {
      result: {
        index: 4,
        hash: '91548f432a912e07d4f2fc9fb42966a410aeeacced2709dec598e23e830fd809',
        previousHash:
          '5ecf66178cf95b114e51136621397330d8c3adaff4c9cfa1a95f2f07a41f7d20',
        timestampSeconds: 1795427128,
        difficulty: 1n,
        cumulativeDifficulty: 5n,
        rewardAtomicUnits: 35184137208383n,
        sizeBytes: 85,
        weightBytes: 85,
        transactions: 0,
        majorVersion: 16,
        minorVersion: 16,
        nonce: 0,
        minerTransactionHash:
          '48143bb121d33aa5a95269142eb370520188bae6c24887f88fc018e6ddf7fcae',
        orphan: false,
      },
    },
  },
  getTransactionPoolStats: {
    getTransactionPoolStats: {
      result: {
        transactions: 0,
        totalBytes: 0,
        minBytes: 0,
        medianBytes: 0,
        maxBytes: 0,
        feesAtomicUnits: 0n,
        oldestSeconds: undefined,
        olderThan10Minutes: 0,
        doubleSpends: 0,
        failing: 0,
        notRelayed: 0,
      },
    },
  },
  getVersion: {
    getVersion: { result: { major: 3, minor: 14, release: false } },
  },
  hardForkInfo: {
    hardForkInfo: {
      result: {
        version: 16,
        enabled: true,
        earliestHeight: 1,
        voting: 16,
        votes: 4,
        threshold: 0,
        windowBlocks: 5,
        state: 'likely-forked',
      },
    },
  },
  getConnections: {
    getConnections: {
      result: [
        {
          connectionId: 'b0390203a7fa4329b29e288a49b4e803',
          address: '127.0.0.1:12080',
          addressKind: 'ipv4',
          incoming: false,
          state: 'normal',
          height: 1,
          liveSeconds: 4,
          receivedBytes: 768,
          sentBytes: 1675,
          receivedIdleSeconds: 4,
          sentIdleSeconds: 4,
          downloadBytesPerSecond: 0,
          uploadBytesPerSecond: 0,
          peerId: '2d391ded90f36e94',
          pruningSeed: 0,
        },
        {
          connectionId: '53e92bd4a1b74caeb54425a3e30c808c',
          address: '127.0.0.1:41540',
          addressKind: 'ipv4',
          incoming: true,
          state: 'normal',
          height: 1,
          liveSeconds: 4,
          receivedBytes: 425,
          sentBytes: 894,
          receivedIdleSeconds: 4,
          sentIdleSeconds: 4,
          downloadBytesPerSecond: 0,
          uploadBytesPerSecond: 0,
          peerId: '2d391ded90f36e94',
          pruningSeed: 0,
        },
      ],
    },
    'getConnections.none': { result: [] },
  },
  generateBlocks: {
    generateBlocks: {
      result: {
        hashes: [
          'a91f83ec895cf8637821a896007fe381e0eb76e996a522fa63ce7221d5274406',
          'f2f6844f02e57bac7ed56a072f5f183dc68f301c4ce9721389f2f337e5aa60b5',
        ],
        height: 7,
      },
    },
  },
};
