import { AddressTypo } from './AddressError';
import { ALPHABET, BLOCK_CHARACTERS, decodeBlock } from './base58';
import { checksumHolds } from './checksum';

function replaceAt(text: string, position: number, character: string): string {
  return text.slice(0, position) + character + text.slice(position + 1);
}

/** Decodes one block; false when it encodes no bytes. */
function decodes(text: string, start: number, target: Uint8Array): boolean {
  try {
    decodeBlock(text, start, target);
    return true;
  } catch {
    return false;
  }
}

/** Every text that differs in one character of a block and has a good checksum. */
function* changesOfBlock(
  text: string,
  start: number,
  others: Uint8Array,
): Generator<AddressTypo> {
  const bytes = Uint8Array.from(others);
  const end = Math.min(start + BLOCK_CHARACTERS, text.length);
  for (let position = start; position < end; position++) {
    for (const expected of ALPHABET) {
      const found = text[position];
      if (
        expected !== found &&
        decodes(replaceAt(text, position, expected), start, bytes) &&
        checksumHolds(bytes)
      ) {
        yield { position, found, expected };
      }
    }
  }
}

/**
 * The one change of one character that mends a mistyped address; `undefined`
 * when there is none, or more than one. By chance a text without any good
 * neighbour finds one in about a million cases.
 *
 * A block is decoded by itself, so this is some 5,000 hashes: tens of
 * milliseconds, spent on mistyped addresses only.
 *
 * @param text of a length that addresses have
 * @param size bytes of such an address
 * @param isGood looks at all the rest
 */
export function findTypo(
  text: string,
  size: number,
  isGood: (mended: string) => boolean,
): AddressTypo | undefined {
  const bytes = new Uint8Array(size);
  const starts: number[] = [];
  for (let start = 0; start < text.length; start += BLOCK_CHARACTERS) {
    starts.push(start);
  }
  const broken = starts.filter(start => !decodes(text, start, bytes));
  if (broken.length > 1) {
    return undefined;
  }
  const found = (broken.length === 1 ? broken : starts)
    .flatMap(start => [...changesOfBlock(text, start, bytes)])
    .filter(({ position, expected }) =>
      isGood(replaceAt(text, position, expected)),
    );
  return found.length === 1 ? found[0] : undefined;
}
