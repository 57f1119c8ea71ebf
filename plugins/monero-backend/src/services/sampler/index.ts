export { Sampler } from './Sampler';
