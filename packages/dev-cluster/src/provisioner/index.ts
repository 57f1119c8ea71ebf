export type { ProvisionerEvent, ProvisionerOptions } from './types';
export { startProvisioner, type Provisioner } from './startProvisioner';
export { PROVISIONER, STANDARD_CLASS } from './storageClass';
