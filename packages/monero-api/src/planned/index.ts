export type { PlannedChild } from './words';
export * from './planned';
