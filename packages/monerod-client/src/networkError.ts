import { MonerodError } from './errors';

/** undici's and llhttp's codes of answers that are not HTTP as it should be. */
const NOT_HTTP =
  /^(HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)/;

const codeOf = (error: unknown): string => {
  const code =
    error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** Puts what undici throws into our words; our own errors pass as they are. */
export function networkError(error: unknown, origin: string): MonerodError {
  if (error instanceof MonerodError) {
    return error;
  }
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return NOT_HTTP.test(code)
    ? new MonerodError(
        'InvalidResponse',
        `${origin} does not answer in HTTP: ${message}`,
        { cause: error },
      )
    : new MonerodError(
        'Unreachable',
        `no answer from ${origin}: ${message || code}`,
        { cause: error },
      );
}
