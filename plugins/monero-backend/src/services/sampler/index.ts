export {
  MAX_METRICS_PER_FAMILY,
  type Families,
  type Metric,
  type Wanted,
} from './families';
export { historyFor, PodHistories } from './PodHistories';
export type { PodHistory } from './PodHistory';
export { isRunning, type PodSampler } from './PodSampler';
export { Sampler } from './Sampler';
export { MINER_WANTED } from './toMinerSample';
export { NODE_WANTED } from './toSample';
