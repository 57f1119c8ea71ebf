import { FLAG, HEADER_BYTES } from './header';
import { encodeMessage, OutgoingMessage, withHeader } from './message';

/**
 * A message that means nothing and is thrown away: what monerod sends over Tor
 * and I2P when it has nothing to say.
 *
 * @param totalBytes of header and zeros together
 * @throws RangeError when a header does not fit
 */
export function encodeNoise(totalBytes: number): Uint8Array {
  if (!Number.isInteger(totalBytes) || totalBytes < HEADER_BYTES) {
    throw new RangeError(
      `totalBytes: ${totalBytes} is less than a header, ${HEADER_BYTES}`,
    );
  }
  return withHeader(
    {
      command: 0,
      returnCode: 0,
      expectsReply: false,
      flags: FLAG.begin | FLAG.end,
    },
    new Uint8Array(totalBytes - HEADER_BYTES),
  );
}

/**
 * Cuts a message into pieces that all have one size and cannot be told from
 * noise by it. A message that fits into one is padded with zeros instead, which
 * its reader must expect (`padding` of the storage codec).
 *
 * @param fragmentBytes of each piece, header included
 * @throws RangeError when two headers do not fit
 */
export function encodeFragments(
  message: OutgoingMessage,
  fragmentBytes: number,
): Uint8Array[] {
  if (!Number.isInteger(fragmentBytes) || fragmentBytes < 2 * HEADER_BYTES) {
    throw new RangeError(
      `fragmentBytes: ${fragmentBytes} is less than two headers`,
    );
  }
  const space = fragmentBytes - HEADER_BYTES;
  if (message.body.length <= space) {
    const body = new Uint8Array(space);
    body.set(message.body);
    return [encodeMessage({ ...message, body })];
  }
  const whole = encodeMessage(message);
  const count = Math.ceil(whole.length / space);
  return Array.from({ length: count }, (_, index) => {
    const piece = new Uint8Array(space);
    piece.set(whole.subarray(index * space, (index + 1) * space));
    const begin = index === 0 ? FLAG.begin : 0;
    const end = index === count - 1 ? FLAG.end : 0;
    return withHeader(
      {
        command: 0,
        returnCode: 0,
        expectsReply: false,
        flags: begin | end,
      },
      piece,
    );
  });
}
