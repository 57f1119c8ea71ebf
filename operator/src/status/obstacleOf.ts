import { isKubeError } from '@monero-portal/kube-client';
import { NameTakenError } from '../machinery/applyChanges';
import { Finding, REASON } from './conditions';

/**
 * What only a person can mend.
 * @throws the error, when trying again may mend it
 */
export function obstacleOf(error: unknown): Finding {
  if (error instanceof NameTakenError) {
    return { reason: REASON.nameTaken, message: error.message };
  }
  if (isKubeError(error, 'Invalid', 'Forbidden')) {
    return {
      reason: REASON.refused,
      message: `Kubernetes refused a change: ${error.message}`,
    };
  }
  throw error;
}
