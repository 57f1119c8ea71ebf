import { MonerodError } from '../errors';
import { WireReader } from '../wire';

/**
 * Records of fixed size that monerod puts into a JSON string as raw bytes, for
 * calls with `rawBytes`. None when the field is missing.
 *
 * @throws MonerodError `InvalidResponse` when the last one is cut off
 */
export function rawRecords(
  wire: WireReader,
  name: string,
  size: number,
): Buffer[] {
  const bytes = Buffer.from(wire.has(name) ? wire.string(name) : '', 'latin1');
  if (bytes.length % size !== 0) {
    throw new MonerodError(
      'InvalidResponse',
      `${name}: expected a multiple of ${size} bytes, got ${bytes.length}`,
    );
  }
  return Array.from({ length: bytes.length / size }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
