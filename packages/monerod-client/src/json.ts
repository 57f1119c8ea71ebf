/**
 * Reading JSON as monerod writes it: 64-bit integers that a double cannot
 * hold, and now and then a raw control byte inside a string.
 */

/** What V8 hands a reviver beside key and value; not yet in TypeScript's lib. */
interface ReviverContext {
  source?: string;
}

type Reviver = (
  key: string,
  value: unknown,
  context: ReviverContext,
) => unknown;

const INTEGER = /^-?\d+$/;
const STRING_LITERAL = /"(?:[^"\\]|\\.)*"/gs;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f]/g;

const exactIntegers: Reviver = (_key, value, context) =>
  typeof value === 'number' &&
  !Number.isSafeInteger(value) &&
  context?.source !== undefined &&
  INTEGER.test(context.source)
    ? BigInt(context.source)
    : value;

const parseExact = (text: string): unknown =>
  JSON.parse(text, exactIntegers as (key: string, value: unknown) => unknown);

const escapeControlBytes = (text: string): string =>
  text.replace(STRING_LITERAL, literal =>
    literal.replace(
      CONTROL,
      byte => `\\u${byte.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/**
 * Parses JSON. Integers beyond 2^53 become `bigint`, all other numbers stay
 * numbers. Raw control bytes inside strings, which JSON forbids and monerod
 * writes, are kept as characters.
 *
 * @throws SyntaxError when the text is not JSON even so, RangeError when it is
 * nested too deeply.
 */
export function parseJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch (error) {
    const repaired = escapeControlBytes(text);
    if (repaired === text) {
      throw error;
    }
    return parseExact(repaired);
  }
}

/** In V8, not yet in TypeScript's lib. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/**
 * Writes JSON; `bigint` becomes an integer of all its digits, which
 * {@link parseJson} reads back.
 *
 * @param space - indentation, as in `JSON.stringify`
 */
export function writeJson(value: unknown, space?: number): string {
  return JSON.stringify(
    value,
    (_key, each) => (typeof each === 'bigint' ? rawJSON(`${each}`) : each),
    space,
  );
}
