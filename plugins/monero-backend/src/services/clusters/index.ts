export { ClusterConnections } from './ClusterConnections';
export * from './ClusterService';
export * from './DefaultClusterService';
export type { ObservedNodeSet, ObservedPod } from './observed';
export type { ObservedAutoscaler, ObservedMiningSet } from './observedMining';
export type { ObservedNetwork } from './observedNetwork';
export type { ObservedObject } from './observedObject';
export * from './podIndex';
