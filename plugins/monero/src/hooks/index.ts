export * from './useLive';
export * from './useNow';
export * from './useNodeSet';
export * from './useNodeSetEntities';
export * from './useClusters';
export * from './useGitManifest';
