export {
  type Address,
  type IntegratedAddress,
  type PlainAddress,
} from './address';
export {
  AddressError,
  type AddressErrorCode,
  type AddressErrorDetails,
  type AddressTypo,
} from './AddressError';
export { decodeBase58, encodeBase58 } from './base58';
export {
  encodeAddress,
  integratedAddress,
  standardAddress,
  subaddress,
} from './encodeAddress';
export { parseAddress } from './parseAddress';
export { type AddressKind, type AddressNettype } from './prefixes';
