export * from './EntityView';
