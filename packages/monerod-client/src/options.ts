import type { Credentials } from './digestAuth';
import type { TransportOptions } from './transport';

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024;
/** The longest that a timer can wait. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Options as the transport uses them. */
export interface CheckedOptions {
  origin: string;
  timeoutMs: number;
  maxResponseBytes: number;
  credentials?: Credentials;
}

/** The origin of a daemon's URL. @throws TypeError saying what is wrong */
function originOf(input: string | URL): string {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      `url: ${JSON.stringify(
        String(input),
      )} is not an http or https URL such as http://127.0.0.1:18081`,
    );
  }
  if (url.username || url.password) {
    throw new TypeError('url: holds a password; pass credentials instead');
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new TypeError(
      `url: "${url}" has a path; the daemon's address alone is wanted, such as ${url.origin}`,
    );
  }
  return url.origin;
}

function positive(name: string, value: number, max: number): number {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new TypeError(`${name}: ${value} is not an integer from 1 to ${max}`);
  }
  return value;
}

/** Checks what the caller passed. @throws TypeError naming the option */
export function checkOptions(options: TransportOptions): CheckedOptions {
  const { username } = options.credentials ?? {};
  // eslint-disable-next-line no-control-regex
  if (username !== undefined && !/^[^"\\:\u0000-\u001f]+$/.test(username)) {
    throw new TypeError(
      'credentials.username: must not be empty or hold quotes, backslashes, colons or control characters',
    );
  }
  return {
    origin: originOf(options.url),
    credentials: options.credentials,
    timeoutMs: positive(
      'timeoutMs',
      options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      MAX_TIMEOUT_MS,
    ),
    maxResponseBytes: positive(
      'maxResponseBytes',
      options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
      2 ** 29,
    ),
  };
}
