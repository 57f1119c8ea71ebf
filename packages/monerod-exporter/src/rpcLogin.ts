import { Credentials } from 'monerod-client';
import { UsageError } from './args';

/**
 * Reads a login in monerod's own form, `username:password`; the password may
 * hold colons.
 * @throws UsageError without repeating the value, which is a secret
 */
export function parseRpcLogin(
  value: string | undefined,
): Credentials | undefined {
  if (!value) {
    return undefined;
  }
  // eslint-disable-next-line no-control-regex
  if (/^[^:]*["\\\u0000-\u001f]/.test(value)) {
    throw new UsageError(
      'RPC_LOGIN: the user name must not hold quotes, backslashes or control characters',
    );
  }
  const colon = value.indexOf(':');
  if (colon < 1) {
    throw new UsageError('RPC_LOGIN: is not of the form username:password');
  }
  return {
    username: value.slice(0, colon),
    password: value.slice(colon + 1),
  };
}
