/**
 * - `NotFound`: no such repository, branch or commit
 * - `Moved`: a branch is not where it was expected; look again and retry
 * - `Exists`: a branch of that name exists already
 * - `Forbidden`: a forge does not let us write; the message says what it takes
 * - `Failed`: git failed in another way, or took too long
 */
export type GitErrorCode =
  | 'NotFound'
  | 'Moved'
  | 'Exists'
  | 'Forbidden'
  | 'Failed';

/** The only error of this folder. */
export class GitError extends Error {
  override readonly name = 'GitError';

  constructor(
    readonly code: GitErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
