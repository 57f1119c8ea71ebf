export { scReduce32 } from './curve';
export { KeyError, type KeyErrorCode } from './KeyError';
export { subaddressKeys, type SubaddressIndex } from './subaddressKeys';
export {
  publicKeyOf,
  viewKeysOf,
  walletKeysOf,
  walletKeysOfSeed,
  type PublicKeys,
  type ViewKeys,
  type WalletKeys,
} from './walletKeys';
