import { randomUUID } from 'node:crypto';

/**
 * Reading JSON as monerod writes it: 64-bit integers that a double cannot
 * hold, and now and then a raw control byte inside a string. Node 20 has no
 * words of its own for that, so large integers pass through JSON as marked
 * strings. The mark is new in every process: no answer can hold it by chance
 * or intention.
 */
const MARK = randomUUID();

/** A quick look: without a match there is no integer to care for. */
const LARGE_INTEGER = /(?:^|[[:,\s])-?\d{16}/;
/** Strings to pass over, and numbers that are no keys. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\s*:)/gs;
const INTEGER = /^-?\d+$/;
const MARKED_INTEGER = new RegExp(`^${MARK}(-?\\d+)$`);
const MARKED_LITERALS = new RegExp(`"${MARK}(-?\\d+)"`, 'g');

const STRING_LITERAL = /"(?:[^"\\]|\\.)*"/gs;
/** A whole escape, or a raw control byte. */
// eslint-disable-next-line no-control-regex
const ESCAPE_OR_CONTROL = /\\.|[\u0000-\u001f]/gs;
const VERTICAL_TAB = '\u000b';

const isLarge = (token: string): boolean =>
  INTEGER.test(token) && !Number.isSafeInteger(Number(token));

const unmarked = (_key: string, value: unknown): unknown => {
  const match = typeof value === 'string' && MARKED_INTEGER.exec(value);
  return match ? BigInt(match[1]) : value;
};

const mark = (text: string): string =>
  LARGE_INTEGER.test(text)
    ? text.replace(TOKEN, token =>
        isLarge(token) ? `"${MARK}${token}"` : token,
      )
    : text;

// Always with a reviver: its walk ends at a depth at which nothing after it fails.
const parseExact = (text: string): unknown => JSON.parse(mark(text), unmarked);

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What monerod writes into strings and JSON has not: raw control bytes, and `\v`. */
const repair = (text: string): string =>
  text.replace(STRING_LITERAL, literal =>
    literal.replace(ESCAPE_OR_CONTROL, found => {
      if (found === '\\v') {
        return escaped(VERTICAL_TAB);
      }
      return found.length > 1 ? found : escaped(found);
    }),
  );

/**
 * Parses JSON. Integers beyond 2^53 become `bigint`, all other numbers stay
 * numbers. Raw control bytes and `\v` inside strings, which JSON forbids and
 * monerod writes, are kept as characters.
 *
 * @throws SyntaxError when the text is not JSON even so, RangeError when it is
 * nested too deeply.
 */
export function parseJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch (error) {
    const repaired = repair(text);
    if (repaired === text) {
      throw error;
    }
    return parseExact(repaired);
  }
}

/**
 * Writes JSON; `bigint` becomes an integer of all its digits, which
 * {@link parseJson} reads back.
 *
 * @param space - indentation, as in `JSON.stringify`
 */
export function writeJson(value: unknown, space?: number): string {
  const marked = JSON.stringify(
    value,
    (_key, each) => (typeof each === 'bigint' ? `${MARK}${each}` : each),
    space,
  );
  return marked.includes(MARK) ? marked.replace(MARKED_LITERALS, '$1') : marked;
}
