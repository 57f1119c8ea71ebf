export * from './NodeSetContent';
export * from './NodeSetView';
