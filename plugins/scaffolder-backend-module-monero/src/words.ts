import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  MoneroClientError,
  violationsOf,
} from '@monero-portal/plugin-monero-common';

const ERRORS_BY_NAME = new Map<string, new (message: string) => Error>([
  ['ConflictError', ConflictError],
  ['InputError', InputError],
  ['NotAllowedError', NotAllowedError],
  ['NotFoundError', NotFoundError],
]);

/** One line for each violation: `  spec.replicas: must be at most 100`. */
export function listViolations(
  violations: readonly { path: string; message: string }[],
): string {
  return violations
    .map(({ path, message }) => `  ${path ? `${path}: ` : ''}${message}`)
    .join('\n');
}

/**
 * An error as the task's log should show it: the backend's own words with every
 * violation, instead of "Request failed with 400 Bad Request". What neither the
 * backend nor a check of ours said comes back as it is.
 */
export function inItsOwnWords(error: unknown): unknown {
  if (error instanceof MoneroClientError) {
    return withoutStack(
      new ServiceUnavailableError(
        `${error.message} Is monero-backend installed in this portal, and running?`,
        error,
      ),
    );
  }
  if (error instanceof ResponseError) {
    return withoutStack(ownWordsOf(error));
  }
  return error instanceof InputError || error instanceof ConflictError
    ? withoutStack(error)
    : error;
}

function ownWordsOf(error: ResponseError): Error {
  const words = error.cause.message || error.message;
  const untold = violationsOf(error).filter(
    ({ path, message }) => !(words.includes(path) && words.includes(message)),
  );
  const message = [words, ...(untold.length ? [listViolations(untold)] : [])];
  const ErrorClass = ERRORS_BY_NAME.get(error.cause.name) ?? Error;
  return new ErrorClass(message.join('\n'));
}

/** The scaffolder shows the stack to whoever filled in the form; ours would say nothing to them. */
function withoutStack(error: Error): Error {
  error.stack = String(error);
  return error;
}
