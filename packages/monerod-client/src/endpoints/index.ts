import { addAuxPow } from './addAuxPow';
import { getBlockHashes } from './binary/getBlockHashes';
import { getBlocks } from './binary/getBlocks';
import { getBlocksByIndex } from './binary/getBlocksByIndex';
import { getOutputDistributionBinary } from './binary/getOutputDistributionBinary';
import { getOutputIndices } from './binary/getOutputIndices';
import { getOutputsBinary } from './binary/getOutputsBinary';
import { getTransactionPoolHashesBinary } from './getTransactionPoolHashesBinary';
import { calculatePow } from './calculatePow';
import { flushCache } from './flushCache';
import { flushTransactionPool } from './flushTransactionPool';
import { generateBlocks } from './generateBlocks';
import { getAlternateChains } from './getAlternateChains';
import { getAlternativeBlockHashes } from './getAlternativeBlockHashes';
import { getBans } from './getBans';
import { getBlock } from './getBlock';
import { getBlockCount } from './getBlockCount';
import { getBlockHash } from './getBlockHash';
import { getBlockHeaderByHash } from './getBlockHeaderByHash';
import { getBlockHeaderByIndex } from './getBlockHeaderByIndex';
import { getBlockHeaders } from './getBlockHeaders';
import { getBlockTemplate } from './getBlockTemplate';
import { getCoinbaseTransactionSum } from './getCoinbaseTransactionSum';
import { getConnections } from './getConnections';
import { getFeeEstimate } from './getFeeEstimate';
import { getHeight } from './getHeight';
import { getInfo } from './getInfo';
import { getLastBlockHeader } from './getLastBlockHeader';
import { getLimit } from './getLimit';
import { getMinerData } from './getMinerData';
import { getNetStats } from './getNetStats';
import { getOutputDistribution } from './getOutputDistribution';
import { getOutputHistogram } from './getOutputHistogram';
import { getOutputs } from './getOutputs';
import { getPeerList } from './getPeerList';
import { getPublicNodes } from './getPublicNodes';
import { getTransactionPool } from './getTransactionPool';
import { getTransactionPoolBacklog } from './getTransactionPoolBacklog';
import { getTransactionPoolHashes } from './getTransactionPoolHashes';
import { getTransactionPoolStats } from './getTransactionPoolStats';
import { getTransactions } from './getTransactions';
import { getVersion } from './getVersion';
import { hardForkInfo } from './hardForkInfo';
import { inPeers } from './inPeers';
import { isBanned } from './isBanned';
import { isKeyImageSpent } from './isKeyImageSpent';
import { miningStatus } from './miningStatus';
import { outPeers } from './outPeers';
import { popBlocks } from './popBlocks';
import { pruneBlockchain } from './pruneBlockchain';
import { relayTransactions } from './relayTransactions';
import { rpcAccessTracking } from './rpcAccessTracking';
import { saveBlockchain } from './saveBlockchain';
import { sendRawTransaction } from './sendRawTransaction';
import { setBans } from './setBans';
import { setBootstrapDaemon } from './setBootstrapDaemon';
import { setLimit } from './setLimit';
import { setLogCategories } from './setLogCategories';
import { setLogHashRate } from './setLogHashRate';
import { setLogLevel } from './setLogLevel';
import { startMining } from './startMining';
import { stopDaemon } from './stopDaemon';
import { stopMining } from './stopMining';
import { submitBlock } from './submitBlock';
import { syncInfo } from './syncInfo';
import { update } from './update';

/** Calls that every listener answers. */
export const restrictedEndpoints = {
  getInfo,
  getBlockCount,
  getLastBlockHeader,
  getTransactionPoolStats,
  getVersion,
  hardForkInfo,
  getHeight,
  getBlockHash,
  getBlockHeaderByHash,
  getBlockHeaderByIndex,
  getBlockHeaders,
  getBlock,
  getBlockTemplate,
  getMinerData,
  addAuxPow,
  submitBlock,
  getFeeEstimate,
  getTransactions,
  isKeyImageSpent,
  sendRawTransaction,
  getTransactionPool,
  getTransactionPoolHashes,
  getOutputs,
  getOutputHistogram,
  getOutputDistribution,
  getAlternativeBlockHashes,
  getPublicNodes,
  getLimit,
  getTransactionPoolBacklog,
  getBlocks,
  getBlocksByIndex,
  getBlockHashes,
  getOutputIndices,
  getOutputsBinary,
  getTransactionPoolHashesBinary,
  getOutputDistributionBinary,
};

/** Calls that only the unrestricted listener answers, and those of all. */
export const unrestrictedEndpoints = {
  ...restrictedEndpoints,
  getConnections,
  generateBlocks,
  setLimit,
  getAlternateChains,
  getCoinbaseTransactionSum,
  calculatePow,
  syncInfo,
  getBans,
  setBans,
  isBanned,
  flushTransactionPool,
  relayTransactions,
  pruneBlockchain,
  flushCache,
  rpcAccessTracking,
  startMining,
  stopMining,
  miningStatus,
  saveBlockchain,
  getPeerList,
  setLogHashRate,
  setLogLevel,
  setLogCategories,
  setBootstrapDaemon,
  getNetStats,
  outPeers,
  inPeers,
  update,
  popBlocks,
  stopDaemon,
};
