/** CRC-32 of IEEE 802.3, as zip has it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
    }
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}

/**
 * Which of the words is repeated at the end as the checksum.
 *
 * @param prefixes what counts of each word
 */
export function checksumPosition(prefixes: readonly string[]): number {
  const text = new TextEncoder().encode(prefixes.join(''));
  return crc32(text) % prefixes.length;
}
