import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { ForgeError } from '../services/forge';
import { GitError } from '../services/git';

/**
 * A repository or a forge that cannot be used is a matter for whoever runs the
 * portal: 503, with git's or the forge's words.
 */
export const repositoryErrors: ErrorRequestHandler = (error, _, __, next) => {
  next(translated(error));
};

/** In Backstage's words, if it is of a repository or a forge. */
export function translated(error: unknown): unknown {
  if (error instanceof GitError) {
    return new ServiceUnavailableError(
      `The GitOps repository cannot be used: ${error.message}`,
    );
  }
  if (error instanceof ForgeError) {
    return error.code === 'Conflict'
      ? new ConflictError(error.message)
      : new ServiceUnavailableError(error.message);
  }
  return error;
}
