import { errors } from 'undici';
import { MonerodError } from './errors';

/** What undici throws for answers that are not HTTP as it should be. */
const NOT_HTTP = [
  errors.HTTPParserError,
  errors.HeadersOverflowError,
  errors.ResponseContentLengthMismatchError,
];

/** What undici throws for calls after `close`. */
const CLOSED = [errors.ClientClosedError, errors.ClientDestroyedError];

const isOneOf = (error: unknown, types: readonly (new () => Error)[]) =>
  types.some(type => error instanceof type);

/** Puts what undici throws into our words; our own errors pass as they are. */
export function networkError(error: unknown, origin: string): MonerodError {
  if (error instanceof MonerodError) {
    return error;
  }
  if (isOneOf(error, CLOSED)) {
    return new MonerodError('Aborted', 'the client is closed', {
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return isOneOf(error, NOT_HTTP)
    ? new MonerodError(
        'InvalidResponse',
        `${origin} does not answer in HTTP: ${message}`,
        { cause: error },
      )
    : new MonerodError('Unreachable', `no answer from ${origin}: ${message}`, {
        cause: error,
      });
}
