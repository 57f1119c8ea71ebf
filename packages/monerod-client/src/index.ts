export {
  createDaemonClient,
  createRestrictedDaemonClient,
  type CallOptions,
  type DaemonClient,
  type DaemonClientOptions,
  type RestrictedDaemonClient,
} from './client';
export { type Credentials } from './digestAuth';
export {
  type GenerateBlocksParams,
  type GeneratedBlocks,
} from './endpoints/generateBlocks';
export { type Connection } from './endpoints/getConnections';
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
