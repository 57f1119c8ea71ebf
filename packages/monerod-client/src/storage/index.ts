export {
  named,
  optional,
  optionalList,
  withDefault,
  type Field,
  type FieldOrType,
} from './Field';
export {
  fixedBytes,
  fixedHex,
  fixedI64,
  fixedStruct,
  fixedU32,
  fixedU64,
  type Fixed,
  type FixedValue,
} from './Fixed';
export { LEVIN_STORAGE_LIMITS, type StorageLimits } from './limits';
export { list, type ListOptions } from './list';
export { mapped, type Mapping } from './mapped';
export { bool, double, i16, i32, i64, i8, u16, u32, u64, u8 } from './numbers';
export { object, type Fields, type ObjectValue } from './object';
export {
  storageCodec,
  type Codec,
  type StorageCodecOptions,
} from './storageCodec';
export {
  StorageError,
  type StorageErrorCode,
  type StoragePlace,
} from './StorageError';
export { type StorageType, type ValueOf } from './StorageType';
export { blob, blobList, bytes, text } from './strings';
export { toPlain, type Plain } from './toPlain';
export { untypedCodec, type StorageFields, type StorageNode } from './untyped';
export { type TypeName } from './wireTypes';
