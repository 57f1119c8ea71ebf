/**
 * What kind of failure: `Repository` (it cannot be read), `Manifest` (a file
 * in it is wrong; somebody has to change it), `Apply` (the cluster did not
 * take it).
 */
export type GitOpsErrorCode = 'Repository' | 'Manifest' | 'Apply';

/** Why a commit is not in the cluster. */
export class GitOpsError extends Error {
  readonly name = 'GitOpsError';
  constructor(
    readonly code: GitOpsErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
