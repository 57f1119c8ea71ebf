export * from './types';
export { ImageError } from './errors';
export type { ImageErrorCode } from './errors';
