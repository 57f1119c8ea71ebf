export * from './KindCard';
