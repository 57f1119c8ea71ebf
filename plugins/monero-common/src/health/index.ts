export { formatCount, formatDuration, plural, secondsSince } from './format';
export { forksOf, type ChainView, type Fork } from './forks';
export { miningVerdictOf, networkVerdictOf } from './groupVerdicts';
export type { MeasuringAway } from './measuring';
export { minerHealthOf, type MinerContext } from './minerHealth';
export { nodeHealthOf, type NodeContext } from './nodeHealth';
export { namesOfFound, upToReasonOf } from './operatorWords';
export type { ContainerStatusLike, PodLike } from './pod';
export { rolloutOf, type RolloutFacts } from './rollout';
export type { MinerSample, NodeSample } from './sample';
export { isCurrent } from './silence';
export { rpcServiceOf } from './services';
export {
  verdictOf,
  worstNodeOf,
  type NodeSetFacts,
  type VerdictContext,
} from './verdict';
