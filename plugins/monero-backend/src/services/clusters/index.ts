export * from './ClusterService';
export * from './DefaultClusterService';
export type { ObservedNodeSet, ObservedObject, ObservedPod } from './observed';
