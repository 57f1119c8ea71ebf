/** One reason why a manifest is refused. */
export interface Violation {
  /** The field as the API server names it, such as `spec.monerod.args[2]`; empty: the whole manifest. */
  readonly path: string;
  /** What is wrong and what to do, as the API server says it. */
  readonly message: string;
  /** The refused value. */
  readonly value?: unknown;
}

/** A manifest that the API server would refuse. */
export class ManifestError extends Error {
  readonly name = 'ManifestError';

  constructor(readonly violations: readonly Violation[]) {
    super(violations.map(formatViolation).join('\n'));
  }
}

/** `path: message`, or the message alone for the whole manifest. */
export function formatViolation({ path, message }: Violation): string {
  return path ? `${path}: ${message}` : message;
}
