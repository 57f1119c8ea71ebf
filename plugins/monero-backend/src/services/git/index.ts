export * from './blobOf';
export * from './GitError';
export * from './GitRepository';
