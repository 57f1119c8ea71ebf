import { isKubeError, KubeError } from '@monero-portal/kube-client';
import { IdentityError } from '../anonymity/IdentityError';
import { NameTakenError } from '../machinery/applyChanges';
import { Finding, REASON } from './conditions';

/** An obstacle may vanish without a change that we would see. */
export const OBSTACLE_RETRY_MS = 60_000;

type Check = (error: KubeError) => Finding | undefined;

/** What the API server refuses for good, and what to do about it; the first that knows decides. */
const REFUSALS: readonly Check[] = [
  // Everything in it goes, the resource too.
  error =>
    error.causes.some(({ reason }) => reason === 'NamespaceTerminating')
      ? {
          reason: REASON.namespaceTerminating,
          message:
            'The namespace is being deleted, so nothing is made in it any more. To keep this, apply it in another namespace.',
        }
      : undefined,
  // Admission answers with a sentence that has the numbers.
  error => {
    const [exceeded] = /exceeded quota: .*/.exec(error.message) ?? [];
    return exceeded
      ? {
          reason: REASON.quotaExceeded,
          message: `The namespace has no room: ${withoutStatus(
            exceeded,
          )}. Raise that ResourceQuota, or remove something else from the namespace.`,
        }
      : undefined;
  },
  // The operator was upgraded and the definitions were not.
  error => {
    const field = /(\.[^\s:]+): field not declared in schema/.exec(
      error.message,
    )?.[1];
    return field
      ? {
          reason: REASON.definitionsOutdated,
          message: `The cluster's definitions are older than this operator: they do not know ${field}. Apply the definitions (crds/) of the operator's version.`,
        }
      : undefined;
  },
  // Validation, policies, missing rights.
  error => ({
    reason: REASON.refused,
    message: `Kubernetes refused a change: ${error.message}`,
  }),
];

/**
 * What only a person can mend.
 * @throws the error, when trying again may mend it
 */
export function obstacleOf(error: unknown): Finding {
  if (error instanceof NameTakenError) {
    return { reason: REASON.nameTaken, message: error.message };
  }
  if (error instanceof IdentityError) {
    return { reason: REASON.identityInvalid, message: error.message };
  }
  if (!isKubeError(error, 'Invalid', 'Forbidden')) throw error;
  for (const check of REFUSALS) {
    const finding = check(error);
    if (finding) return finding;
  }
  throw error;
}

/** Without what errors end in, ` (HTTP 403)`. */
function withoutStatus(text: string): string {
  return text.replace(/ \(HTTP \d+\)$/, '');
}
