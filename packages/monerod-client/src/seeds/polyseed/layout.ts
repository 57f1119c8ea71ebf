/** Words that hold data; one more checks them. */
export const DATA_WORDS = 15;
/** Bits of the secret in each. */
const SECRET_BITS_PER_WORD = 10;
/** Bits of the secret, and the bytes that hold them. */
export const SECRET_BITS = DATA_WORDS * SECRET_BITS_PER_WORD;
export const SECRET_BYTES = Math.ceil(SECRET_BITS / 8);

const FEATURE_BITS = 5;
const BIRTHDAY_BITS = 10;
const BITS_OF_LAST_BYTE = SECRET_BITS - (SECRET_BYTES - 1) * 8;

/** What the words of a polyseed hold. */
export interface PolyseedData {
  /** SECRET: 150 bits in 19 bytes; the last byte has six of them. */
  secret: Uint8Array;
  /** Months since the beginning of November 2021. */
  birthday: number;
  features: number;
}

const bitsOf = (value: number, count: number): number[] =>
  Array.from(
    { length: count },
    (_, index) => Math.floor(value / 2 ** (count - 1 - index)) % 2,
  );

const numberOf = (bits: readonly number[]): number =>
  bits.reduce((value, bit) => value * 2 + bit, 0);

const widthOf = (byte: number): number =>
  byte === SECRET_BYTES - 1 ? BITS_OF_LAST_BYTE : 8;

/** Numbers of 11 bits: ten of the secret each, then one of features and birthday. */
export function pack({ secret, birthday, features }: PolyseedData): number[] {
  const secretBits = [...secret].flatMap((value, byte) =>
    bitsOf(value, widthOf(byte)),
  );
  const extraBits = [
    ...bitsOf(features, FEATURE_BITS),
    ...bitsOf(birthday, BIRTHDAY_BITS),
  ];
  return extraBits.map((extra, word) => {
    const at = word * SECRET_BITS_PER_WORD;
    return numberOf([
      ...secretBits.slice(at, at + SECRET_BITS_PER_WORD),
      extra,
    ]);
  });
}

/** The way back. */
export function unpack(words: readonly number[]): PolyseedData {
  const bits = words.map(word => bitsOf(word, SECRET_BITS_PER_WORD + 1));
  const secretBits = bits.flatMap(each => each.slice(0, SECRET_BITS_PER_WORD));
  const extra = bits.map(each => each[SECRET_BITS_PER_WORD]);
  return {
    secret: Uint8Array.from({ length: SECRET_BYTES }, (_, byte) =>
      numberOf(secretBits.slice(byte * 8, byte * 8 + widthOf(byte))),
    ),
    features: numberOf(extra.slice(0, FEATURE_BITS)),
    birthday: numberOf(extra.slice(FEATURE_BITS)),
  };
}
