export * from './ClusterService';
export * from './DefaultClusterService';
export type { ObservedNodeSet, ObservedPod } from './observed';
