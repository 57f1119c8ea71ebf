/** Bytes of hexadecimal digits; blanks between them are for the reader. */
export function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits.replaceAll(/\s/g, ''), 'hex'));
}

/** Hexadecimal digits of bytes. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** A document in portable storage: the magic, then these digits. */
export function documentOf(digits: string): Uint8Array {
  return fromHex(`0111010101010201 01 ${digits}`);
}

/** What the work throws. */
export function failure<E>(work: () => unknown): E {
  try {
    work();
  } catch (error) {
    return error as E;
  }
  throw new Error('expected a failure');
}
