/**
 * Scaffolder actions that write Monero manifests and propose them.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMonero as default } from './module';
export {
  createEditManifestAction,
  type EditManifestActionOptions,
} from './actions/editManifest';
export {
  createManifestAction,
  type ManifestActionOptions,
} from './actions/manifest';
export {
  createProposeAction,
  type ProposeActionOptions,
} from './actions/propose';
export { buildEdit, type BuiltEdit } from './buildEdit';
export { buildManifest, type BuiltManifest } from './buildManifest';
