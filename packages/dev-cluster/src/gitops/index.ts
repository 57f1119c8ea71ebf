export * from './types';
export { GitOpsError, type GitOpsErrorCode } from './GitOpsError';
export { SYSTEM_NAMESPACE } from './source';
export { seedGitOpsRepository, type SeedOptions } from './seed';
export { startGitOpsAgent } from './startGitOpsAgent';
