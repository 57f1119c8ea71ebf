export * from './NetworkContent';
