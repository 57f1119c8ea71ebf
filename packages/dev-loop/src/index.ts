export { startLoop, type Loop, type LoopInput } from './loop';
export type { RunningCluster } from './cluster';
export { LoopError } from './LoopError';
