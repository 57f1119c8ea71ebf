export { buildTool } from './build/buildBinaries';
export { cacheDir } from './cacheDir';
export { findRunning, type RunningCluster } from './cluster/instanceLock';
export { prepareDevCluster } from './cluster/prepareDevCluster';
export { startDevCluster } from './cluster/startDevCluster';
export { AUDIT_LOG } from './config/auditPolicy';
export { DevClusterError, type DevClusterErrorCode } from './errors';
export { startGitea, type Gitea, type StartGiteaOptions } from './gitea';
export * from './gitops';
export { findFreePorts } from './host/ports';
export { findProcesses, runInside, type Process } from './host/processes';
export * from './images';
export { createProgress, formatElapsed } from './progress';
export * from './privateNetworks';
export * from './provisioner';
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
