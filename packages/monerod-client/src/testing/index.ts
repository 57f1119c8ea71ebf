export { findMonerod, type Suite } from './monerodBinary';
export { freePorts } from './ports';
export {
  startRegtestNode,
  THROWAWAY_ADDRESS,
  type RegtestNode,
  type RegtestOptions,
  type RegtestPorts,
} from './regtestNode';
export { waitFor } from './waitFor';
export {
  startWalletRpc,
  type WalletRpc,
  type WalletRpcOptions,
} from './walletRpc';
export { findWalletRpc } from './walletRpcBinary';
