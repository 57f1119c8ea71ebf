export * from './connectForge';
export * from './ForgeError';
export * from './PullRequests';
export * from './webhook';
