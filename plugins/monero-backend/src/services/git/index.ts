export * from './GitError';
export * from './GitRepository';
