export {
  createDaemonClient,
  createRestrictedDaemonClient,
  type CallOptions,
  type DaemonClient,
  type DaemonClientOptions,
  type RestrictedDaemonClient,
} from './client';
export {
  createLightDaemonClient,
  type LightDaemonClientOptions,
} from './lightClient';
export { type Credentials } from './digestAuth';
export {
  type GenerateBlocksParams,
  type GeneratedBlocks,
} from './endpoints/generateBlocks';
export {
  type AuxPow,
  type AddAuxPowParams,
  type AuxTemplate,
} from './endpoints/addAuxPow';
export {
  type BlockHashes,
  type BlockHashesParams,
} from './endpoints/binary/getBlockHashes';
export {
  type Blocks,
  type GetBlocksParams,
  type PoolBlobs,
} from './endpoints/binary/getBlocks';
export {
  type BlockBlobs,
  type TransactionBlob,
} from './endpoints/binary/completeBlock';
export { type CalculatePowParams } from './endpoints/calculatePow';
export { type FlushCacheParams } from './endpoints/flushCache';
export { type AlternateChain } from './endpoints/getAlternateChains';
export { type Ban } from './endpoints/getBans';
export { type BlockId, type Block } from './endpoints/getBlock';
export { type BlockRange } from './endpoints/getBlockHeaders';
export {
  type BlockTemplateParams,
  type BlockTemplate,
} from './endpoints/getBlockTemplate';
export {
  type CoinbaseTransactionSumParams,
  type CoinbaseTransactionSum,
} from './endpoints/getCoinbaseTransactionSum';
export { type FeeEstimate } from './endpoints/getFeeEstimate';
export { type ChainTip } from './endpoints/getHeight';
export { type BandwidthLimit } from './endpoints/getLimit';
export {
  type MinerTransaction,
  type MinerData,
} from './endpoints/getMinerData';
export { type NetStats } from './endpoints/getNetStats';
export {
  type OutputDistributionParams,
  type OutputDistribution,
} from './endpoints/getOutputDistribution';
export {
  type OutputHistogramParams,
  type OutputCount,
} from './endpoints/getOutputHistogram';
export { type OutputId, type Output } from './endpoints/getOutputs';
export { type KnownPeer, type PeerList } from './endpoints/getPeerList';
export { type PublicNode, type PublicNodes } from './endpoints/getPublicNodes';
export { type BacklogEntry } from './endpoints/getTransactionPoolBacklog';
export {
  type PoolTransaction,
  type TransactionPool,
} from './endpoints/getTransactionPool';
export {
  type GetTransactionsParams,
  type Transaction,
  type FoundTransactions,
} from './endpoints/getTransactions';
export { type BanState } from './endpoints/isBanned';
export { type KeyImageState } from './endpoints/isKeyImageSpent';
export { type MiningStatus } from './endpoints/miningStatus';
export { type Pruning } from './endpoints/pruneBlockchain';
export { type RpcUse } from './endpoints/rpcAccessTracking';
export { type SendRawTransactionParams } from './endpoints/sendRawTransaction';
export { type BanChange } from './endpoints/setBans';
export { type BootstrapDaemon } from './endpoints/setBootstrapDaemon';
export { type SetLimitParams } from './endpoints/setLimit';
export { type StartMiningParams } from './endpoints/startMining';
export { type SyncSpan, type SyncInfo } from './endpoints/syncInfo';
export { type UpdateParams, type Update } from './endpoints/update';
export { type AddressKind, type Connection } from './endpoints/getConnections';
export { type DaemonInfo, type Nettype } from './endpoints/getInfo';
export { type BlockHeader } from './endpoints/getLastBlockHeader';
export { type TransactionPoolStats } from './endpoints/getTransactionPoolStats';
export { type RpcVersion } from './endpoints/getVersion';
export { type HardForkInfo } from './endpoints/hardForkInfo';
export {
  MonerodError,
  type MonerodErrorCode,
  type MonerodErrorDetails,
} from './errors';
export { inSync, type SyncVerdict } from './inSync';
