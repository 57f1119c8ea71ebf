import type { ErrorRequestHandler } from 'express';
import { TooManyProposalsError } from '../services/limit';

/** Who proposes too much is told in a header, too, when they can go on. */
export const limitErrors: ErrorRequestHandler = (error, _, res, next) => {
  if (error instanceof TooManyProposalsError) {
    res.setHeader('Retry-After', error.retryAfterSeconds);
  }
  next(error);
};
