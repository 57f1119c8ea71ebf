import { MonerodError } from './errors';

/**
 * Checks the status word that monerod puts into most answers.
 *
 * @param reason its own words beside the status, if any
 * @throws MonerodError `Busy`, `RpcError`
 */
export function checkStatus(
  call: string,
  status: string,
  reason?: string,
): void {
  if (status === 'OK') {
    return;
  }
  throw status === 'BUSY'
    ? new MonerodError('Busy', `${call}: the daemon is still synchronizing`, {
        status,
      })
    : new MonerodError(
        'RpcError',
        `${call}: ${reason || status || 'refused without a reason'}`,
        { status },
      );
}
