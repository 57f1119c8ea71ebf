export type { CommonFormInput } from './common';
export { toMiningNodeSet, type MiningFormInput } from './miners';
export { toNetwork, type NetworkFormInput } from './network';
export { toNodeSet, type NodeSetFormInput } from './nodeSet';
export * from './renderManifest';
