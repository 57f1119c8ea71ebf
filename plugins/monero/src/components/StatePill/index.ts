export * from './StatePill';
