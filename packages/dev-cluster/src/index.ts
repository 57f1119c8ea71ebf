export { cacheDir } from './cacheDir';
export { DevClusterError, type DevClusterErrorCode } from './errors';
export type {
  DevCluster,
  ExecOptions,
  ExecResult,
  PreparedCluster,
  PrepareOptions,
  ProgressEvent,
  ProgressListener,
  StartOptions,
} from './types';
