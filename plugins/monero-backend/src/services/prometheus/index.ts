export { PrometheusClient } from './PrometheusClient';
export { PrometheusSampler } from './PrometheusSampler';
