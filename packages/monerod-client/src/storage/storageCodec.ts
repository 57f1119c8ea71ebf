import { LEVIN_STORAGE_LIMITS, StorageLimits } from './limits';
import { Reader } from './Reader';
import { StorageType } from './StorageType';
import { MAGIC, TAG } from './wireTypes';
import { Writer } from './Writer';

/** Makes bytes of values and values of bytes. */
export interface Codec<T> {
  /** @throws StorageError naming the field that does not fit */
  encode(value: T): Uint8Array;
  /** @throws StorageError naming the field and the byte */
  decode(bytes: Uint8Array): T;
}

/** How a codec reads. */
export interface StorageCodecOptions {
  /** {@link LEVIN_STORAGE_LIMITS} unless said. */
  limits?: StorageLimits;
  /** Takes zeros after the end: monerod pads what it sends over Tor and I2P. */
  padding?: boolean;
}

/**
 * A whole document in portable storage: monerod's messages between peers and
 * the bodies of its `.bin` calls.
 *
 * @param root the outermost object; what it holds makes the TypeScript type
 */
export function storageCodec<T extends object>(
  root: StorageType<T>,
  { limits = LEVIN_STORAGE_LIMITS, padding = false }: StorageCodecOptions = {},
): Codec<T> {
  return {
    encode(value) {
      const writer = new Writer(limits.maxDepth);
      writer.put(MAGIC);
      root.write(writer, value);
      return writer.finish();
    },
    decode(bytes) {
      const reader = new Reader(bytes, limits);
      if (!reader.takeIf(MAGIC)) {
        reader.fail('BadMagic', 'does not begin as portable storage does');
      }
      const value = root.read(reader, TAG.object);
      reader.end(padding);
      return value;
    },
  };
}
