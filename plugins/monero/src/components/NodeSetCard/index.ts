export * from './NodeSetCard';
