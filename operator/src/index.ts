export { ACCESS, LEASE_ACCESS } from './access';
export type { AccessRule, Verb } from './access';
export { runOperator } from './runOperator';
export type { OperatorDeps } from './runOperator';
export type { OperatorOptions } from './options';
