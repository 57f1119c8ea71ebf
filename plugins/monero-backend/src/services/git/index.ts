export * from './blobOf';
export * from './GitError';
export * from './GitRemote';
export * from './GitRepository';
