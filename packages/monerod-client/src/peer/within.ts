import { Limits, withDeadline } from '../deadline';
import { MonerodError } from '../errors';
import { asPeerError, PeerError } from './PeerError';

/**
 * Runs work under a deadline.
 *
 * @param what begins the message of the error
 * @throws PeerError `Timeout` or `Aborted`, else what the work throws
 */
export async function within<T>(
  limits: Limits,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await withDeadline(limits, work);
  } catch (error) {
    if (error instanceof MonerodError) {
      const { code, message, cause } = asPeerError(error, 'Aborted');
      throw new PeerError(code, `${what}: ${message}`, { cause });
    }
    throw error;
  }
}
