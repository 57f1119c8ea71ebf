import { ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { GitError } from '../services/git';

/** A repository that cannot be used is a matter for whoever runs the portal: 503, with git's words. */
export const repositoryErrors: ErrorRequestHandler = (error, _, __, next) => {
  next(
    error instanceof GitError
      ? new ServiceUnavailableError(
          `The GitOps repository cannot be used: ${error.message}`,
        )
      : error,
  );
};
