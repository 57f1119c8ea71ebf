import { AnyEndpoint } from '../src/endpoint';
import { unrestrictedEndpoints } from '../src/endpoints';
import { BlockTemplate } from '../src/endpoints/getBlockTemplate';
import { BlockHeader } from '../src/endpoints/getLastBlockHeader';
import { NETWORKS } from '../src/levin';
import { RegtestNode, THROWAWAY_ADDRESS } from '../src/testing';
import { makeTransaction, SignedTransaction } from './makeTransaction';

type Endpoints = typeof unrestrictedEndpoints;

/** Name of a call of ours. */
export type CallName = keyof Endpoints;

type ParamsOf<E> = E extends AnyEndpoint<infer Params, infer _Result>
  ? Params
  : never;

/** What the parameters of some calls are made of. */
export interface Facts {
  header: BlockHeader;
  template: BlockTemplate;
  transaction: SignedTransaction;
}

const nothing = () => undefined;
const HOST = '203.0.113.9';
const REGTEST_GENESIS = NETWORKS.regtest.genesisId;
const NOBODY = '0'.repeat(64);

/**
 * Parameters for every call, in an order in which all of them succeed on a
 * regtest node with peers, save `update`, which wants the Internet.
 */
export const EVERY_CALL: {
  readonly [Name in CallName]: (facts: Facts) => ParamsOf<Endpoints[Name]>;
} = {
  getInfo: nothing,
  getBlockCount: nothing,
  getHeight: nothing,
  getVersion: nothing,
  hardForkInfo: nothing,
  getLastBlockHeader: nothing,
  getBlockHash: () => ({ index: 2 }),
  getBlockHeaderByHash: ({ header }) => ({ hash: header.hash }),
  getBlockHeaderByIndex: () => ({ index: 1 }),
  getBlockHeaders: () => ({ first: 0, last: 1 }),
  getBlock: ({ header }) => ({ hash: header.hash }),
  getFeeEstimate: () => ({ graceBlocks: 1 }),
  getOutputs: () => ({ outputs: [{ amountAtomicUnits: 0n, index: 0n }] }),
  getOutputHistogram: () => ({ amountsAtomicUnits: [0n], unlocked: true }),
  getOutputDistribution: () => ({
    amountsAtomicUnits: [0n],
    first: 1,
    last: 3,
    cumulative: true,
  }),
  getBlocks: () => ({ first: 79, prune: true, maxBlocks: 2 }),
  getBlocksByIndex: () => ({ indices: [0, 1] }),
  getBlockHashes: ({ header }) => ({ known: [header.hash, REGTEST_GENESIS] }),
  getOutputIndices: ({ header }) => ({ hash: header.minerTransactionHash }),
  getOutputsBinary: () => ({ outputs: [{ amountAtomicUnits: 0n, index: 0n }] }),
  getOutputDistributionBinary: () => ({
    amountsAtomicUnits: [0n],
    first: 1,
    last: 3,
    cumulative: true,
  }),
  getCoinbaseTransactionSum: () => ({ first: 0, blocks: 3 }),
  getAlternateChains: nothing,
  getAlternativeBlockHashes: nothing,
  pruneBlockchain: () => ({ check: true }),
  saveBlockchain: nothing,

  sendRawTransaction: ({ transaction }) => ({
    hex: transaction.hex,
    doNotRelay: true,
  }),
  getTransactions: ({ header, transaction }) => ({
    hashes: [transaction.hash, header.minerTransactionHash, NOBODY],
  }),
  getTransactionPool: nothing,
  getTransactionPoolHashes: nothing,
  getTransactionPoolStats: nothing,
  getTransactionPoolHashesBinary: nothing,
  isKeyImageSpent: () => ({ keyImages: [NOBODY] }),
  relayTransactions: ({ transaction }) => ({ hashes: [transaction.hash] }),
  getTransactionPoolBacklog: nothing,
  getMinerData: nothing,
  flushTransactionPool: ({ transaction }) => ({ hashes: [transaction.hash] }),
  flushCache: () => ({ badTransactions: true, badBlocks: true }),

  getConnections: nothing,
  syncInfo: nothing,
  getPeerList: nothing,
  getPublicNodes: nothing,
  getNetStats: nothing,
  getLimit: nothing,
  setLimit: () => ({ downloadBytesPerSecond: 'default' }),
  outPeers: () => ({ peers: 12 }),
  inPeers: () => ({ peers: 20 }),
  setBans: () => ({ bans: [{ host: HOST, ban: true, seconds: 600 }] }),
  getBans: nothing,
  isBanned: () => ({ address: HOST }),
  setBootstrapDaemon: () => ({ address: '' }),
  setLogLevel: () => ({ level: 0 }),
  setLogCategories: () => ({ categories: '*:WARNING' }),
  update: () => ({ command: 'check' }),

  getBlockTemplate: () => ({
    walletAddress: THROWAWAY_ADDRESS,
    reserveBytes: 8,
  }),
  addAuxPow: ({ header, template }) => ({
    blob: template.blob,
    auxPow: [{ id: header.hash, hash: header.previousHash }],
  }),
  calculatePow: ({ template }) => ({
    majorVersion: 16,
    index: template.index,
    blob: template.hashingBlob,
    seedHash: template.seedHash,
  }),
  submitBlock: ({ template }) => ({ blob: template.blob }),
  generateBlocks: () => ({ blocks: 1, walletAddress: THROWAWAY_ADDRESS }),
  popBlocks: () => ({ blocks: 1 }),
  startMining: () => ({ minerAddress: THROWAWAY_ADDRESS, threads: 1 }),
  miningStatus: nothing,
  setLogHashRate: () => ({ visible: false }),
  stopMining: nothing,
  rpcAccessTracking: () => undefined,
  stopDaemon: nothing,
};

/** Mines on a node, and gathers what the calls need. */
export async function gatherFacts(node: RegtestNode): Promise<Facts> {
  const transaction = await makeTransaction(node);
  return {
    transaction,
    header: await node.client.getBlockHeaderByIndex({ index: 2 }),
    template: await node.client.getBlockTemplate({
      walletAddress: THROWAWAY_ADDRESS,
      reserveBytes: 8,
    }),
  };
}
