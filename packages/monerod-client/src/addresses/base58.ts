import { AddressError } from './AddressError';

/** Without 0, O, I and l, which look like others. */
export const ALPHABET =
  '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes and characters of a whole block. */
export const BLOCK_BYTES = 8;
export const BLOCK_CHARACTERS = 11;

/** Characters that so many bytes take. */
const CHARACTERS_OF_BYTES = [0, 2, 3, 5, 6, 7, 9, 10, BLOCK_CHARACTERS];

const RADIX = 58n;

/** Bytes of a block of so many characters; `undefined`: there is no such block. */
function bytesOfCharacters(characters: number): number | undefined {
  const bytes = CHARACTERS_OF_BYTES.indexOf(characters);
  return bytes < 0 ? undefined : bytes;
}

function encodeBlock(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (let left = CHARACTERS_OF_BYTES[bytes.length]; left > 0; left--) {
    text = ALPHABET[Number(value % RADIX)] + text;
    value /= RADIX;
  }
  return text;
}

/**
 * Monero's base58: blocks of 8 bytes make 11 characters each, so that only the
 * last block is shorter. Other coins' base58 takes the whole as one number.
 */
export function encodeBase58(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
    text += encodeBlock(bytes.subarray(start, start + BLOCK_BYTES));
  }
  return text;
}

function digitAt(text: string, position: number): bigint {
  const digit = ALPHABET.indexOf(text[position]);
  if (digit < 0) {
    const shown = String.fromCodePoint(text.codePointAt(position) as number);
    throw new AddressError(
      'InvalidCharacter',
      `Character ${position + 1} is ${JSON.stringify(
        shown,
      )}, which addresses never contain`,
      { position },
    );
  }
  return BigInt(digit);
}

/**
 * Writes the bytes of the block that starts at a position.
 *
 * @throws AddressError `InvalidCharacter` or `InvalidBlock`
 */
export function decodeBlock(
  text: string,
  start: number,
  target: Uint8Array,
): void {
  const end = Math.min(start + BLOCK_CHARACTERS, text.length);
  let value = 0n;
  for (let position = start; position < end; position++) {
    value = value * RADIX + digitAt(text, position);
  }
  const offset = (start / BLOCK_CHARACTERS) * BLOCK_BYTES;
  const size = Math.min(BLOCK_BYTES, target.length - offset);
  if (value >= 256n ** BigInt(size)) {
    throw new AddressError(
      'InvalidBlock',
      `Characters ${start + 1} to ${end} encode no bytes: one of them is wrong`,
      { position: start },
    );
  }
  for (let index = offset + size - 1; index >= offset; index--) {
    target[index] = Number(value % 256n);
    value /= 256n;
  }
}

/**
 * Bytes of Monero's base58. Each sequence of bytes has exactly one text.
 *
 * @throws AddressError `InvalidLength`, `InvalidCharacter` or `InvalidBlock`
 */
export function decodeBase58(text: string): Uint8Array {
  const whole = Math.floor(text.length / BLOCK_CHARACTERS);
  const last = bytesOfCharacters(text.length % BLOCK_CHARACTERS);
  if (last === undefined) {
    throw new AddressError(
      'InvalidLength',
      `${text.length} characters are no base58 of Monero: some are missing`,
    );
  }
  const bytes = new Uint8Array(whole * BLOCK_BYTES + last);
  for (let start = 0; start < text.length; start += BLOCK_CHARACTERS) {
    decodeBlock(text, start, bytes);
  }
  return bytes;
}
