/** What kind of failure, for the code that decides what to do about it. */
export type KubeErrorCode =
  | 'NotFound'
  | 'AlreadyExists'
  | 'Conflict'
  | 'Forbidden'
  | 'Unauthorized'
  | 'Invalid'
  | 'Timeout'
  | 'Unreachable'
  | 'Expired'
  | 'TooManyRequests'
  | 'Server'
  | 'TooLarge'
  | 'Aborted'
  | 'Config';

/** One reason of the API server for rejecting a field. */
export interface KubeErrorCause {
  field?: string;
  message: string;
  reason?: string;
}

/** What a KubeError is made of. */
export interface KubeErrorInit {
  code: KubeErrorCode;
  message: string;
  /** HTTP status; 0 when no answer came. */
  status?: number;
  causes?: KubeErrorCause[];
  /** What the server asked to wait before another attempt. */
  retryAfterMs?: number;
  cause?: unknown;
}

const TRANSIENT: ReadonlySet<KubeErrorCode> = new Set([
  'Conflict',
  'Timeout',
  'Unreachable',
  'Expired',
  'TooManyRequests',
  'Server',
]);

/** The only error that this package throws. */
export class KubeError extends Error {
  readonly name = 'KubeError';
  readonly code: KubeErrorCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly causes: KubeErrorCause[];
  readonly retryAfterMs?: number;

  constructor(init: KubeErrorInit) {
    super(init.message, { cause: init.cause });
    this.code = init.code;
    this.status = init.status ?? 0;
    this.causes = init.causes ?? [];
    this.retryAfterMs = init.retryAfterMs;
  }

  /**
   * True when trying again later can help by itself; false when somebody has
   * to change the request or the permissions.
   */
  get transient(): boolean {
    return TRANSIENT.has(this.code);
  }
}

/** Whether an error is a KubeError, of one of these codes if any are given. */
export function isKubeError(
  error: unknown,
  ...codes: KubeErrorCode[]
): error is KubeError {
  return (
    error instanceof KubeError &&
    (codes.length === 0 || codes.includes(error.code))
  );
}
