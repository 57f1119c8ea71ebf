export { startPrivateI2p } from './privateI2p';
export { startPrivateTor } from './privateTor';
export {
  publishNetwork,
  type ClusterAccess,
  type PrivateNetwork,
} from './startNetwork';
