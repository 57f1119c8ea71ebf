export { editManifest, type ManifestChange } from './editManifest';
export { ManifestEditError } from './ManifestEditError';
export * from './annotations';
export * from './objectEdit';
