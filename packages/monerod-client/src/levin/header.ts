import { LevinError } from './LevinError';

/** Bytes of a header. */
export const HEADER_BYTES = 33;

/** First bytes of every header. */
export const SIGNATURE = Uint8Array.of(0x01, 0x21, 1, 1, 1, 1, 1, 1);

/** Bits of {@link LevinHeader.flags}. */
export const FLAG = { request: 1, response: 2, begin: 4, end: 8 } as const;

const VERSION = 1;
const TWO_TO_32 = 2 ** 32;

/** What stands before every message. */
export interface LevinHeader {
  /** Bytes that follow. */
  length: number;
  /** True when the sender waits for a response. */
  expectsReply: boolean;
  command: number;
  /** Of a response: 1 or more, and 0 of some, is success; negative is not. */
  returnCode: number;
  /** Bits of {@link FLAG}; others are kept as they are. */
  flags: number;
}

/** Writes a header. @throws RangeError when a number does not fit */
export function encodeHeader({
  length,
  expectsReply,
  command,
  returnCode,
  flags,
}: LevinHeader): Uint8Array {
  const checked = (name: string, value: number, min: number, max: number) => {
    if (!Number.isSafeInteger(value) || value < min || value > max) {
      throw new RangeError(`${name}: ${value} is not from ${min} to ${max}`);
    }
    return value;
  };
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(SIGNATURE);
  const size = checked('length', length, 0, Number.MAX_SAFE_INTEGER);
  view.setBigUint64(8, BigInt(size), true);
  view.setUint8(16, expectsReply ? 1 : 0);
  view.setUint32(17, checked('command', command, 0, TWO_TO_32 - 1), true);
  view.setInt32(
    21,
    checked('returnCode', returnCode, -TWO_TO_32 / 2, TWO_TO_32 / 2 - 1),
    true,
  );
  view.setUint32(25, checked('flags', flags, 0, TWO_TO_32 - 1), true);
  view.setUint32(29, VERSION, true);
  return bytes;
}

/**
 * Fails as soon as the first bytes show that this is not Levin.
 *
 * @throws LevinError `BadSignature`
 */
export function checkSignature(bytes: Uint8Array): void {
  const known = Math.min(bytes.length, SIGNATURE.length);
  for (let index = 0; index < known; index++) {
    if (bytes[index] !== SIGNATURE[index]) {
      const shown = Array.from(bytes.subarray(0, 8), each =>
        each.toString(16).padStart(2, '0'),
      ).join('');
      throw new LevinError(
        'BadSignature',
        `not a Levin message: it begins with ${shown}`,
      );
    }
  }
}

/**
 * Reads a header.
 *
 * @param bytes at least {@link HEADER_BYTES} of them
 * @throws LevinError `Truncated`, `BadSignature`, `BadHeader`
 */
export function decodeHeader(bytes: Uint8Array): LevinHeader {
  checkSignature(bytes);
  if (bytes.length < HEADER_BYTES) {
    throw new LevinError(
      'Truncated',
      `a header of ${HEADER_BYTES} bytes, ${bytes.length} are there`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const version = view.getUint32(29, true);
  if (version !== VERSION) {
    throw new LevinError('BadHeader', `version ${version}, not ${VERSION}`);
  }
  const expectsReply = view.getUint8(16);
  if (expectsReply > 1) {
    throw new LevinError('BadHeader', `expect-reply ${expectsReply}`);
  }
  return {
    // Exact up to 2^53, and beyond it more than any limit.
    length: view.getUint32(8, true) + view.getUint32(12, true) * TWO_TO_32,
    expectsReply: expectsReply === 1,
    command: view.getUint32(17, true),
    returnCode: view.getInt32(21, true),
    flags: view.getUint32(25, true),
  };
}
