export * from './types';
export { ImageError, type ImageErrorCode } from './errors';
export { CLUSTER_IMAGES, IMAGES, type ImageReference } from './definitions';
export { buildImages, type BuildImagesOptions } from './buildImages';
export {
  containerdStores,
  ensureImages,
  importImages,
  type ImageCluster,
} from './ensureImages';
