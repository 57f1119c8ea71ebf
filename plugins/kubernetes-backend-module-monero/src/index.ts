/**
 * Shows Monero custom resources on the standard Kubernetes tab.
 *
 * @packageDocumentation
 */
export { kubernetesModuleMonero as default } from './module';
