/**
 * Scaffolder actions that write Monero manifests and propose them.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMonero as default } from './module';
export {
  createManifestAction,
  type ManifestActionOptions,
} from './actions/manifest';
export {
  createProposeAction,
  type ProposeActionOptions,
} from './actions/propose';
export { buildManifest, type BuiltManifest } from './buildManifest';
