export * from './startGitea';
