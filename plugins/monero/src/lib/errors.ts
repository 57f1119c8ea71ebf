import { NotFoundError, ResponseError } from '@backstage/errors';

/** Whether the backend refused because the user may not see or do this. */
export function isDenied(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    (error.cause.name === 'NotAllowedError' || error.statusCode === 403)
  );
}

/** Whether the backend knows no such thing. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ResponseError
    ? error.cause.name === 'NotFoundError' || error.statusCode === 404
    : error instanceof NotFoundError;
}

/** The sentence in an error that is meant for people. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.cause.message || error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
