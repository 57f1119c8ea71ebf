export * from './MiningSetContent';
