export { formatCount, formatDuration, secondsSince } from './format';
export { nodeHealthOf, type NodeContext } from './nodeHealth';
export type { ContainerStatusLike, PodLike } from './pod';
export type { NodeSample } from './sample';
export { SAMPLE_MAX_AGE_SECONDS } from './syncFindings';
export {
  verdictOf,
  worstNodeOf,
  type NodeSetFacts,
  type VerdictContext,
} from './verdict';
