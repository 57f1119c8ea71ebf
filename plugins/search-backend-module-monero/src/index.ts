/**
 * Finds Monero node sets, networks, miners and proposals in the portal's search.
 *
 * @packageDocumentation
 */
export { searchModuleMonero as default } from './module';
