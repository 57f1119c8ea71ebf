/**
 * Puts Monero node sets into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMonero as default } from './module';
export { toEntity, type EntityDefaults } from './toEntity';
