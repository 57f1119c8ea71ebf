export * from './types';
export * from './KubeError';
export * from './resources';
