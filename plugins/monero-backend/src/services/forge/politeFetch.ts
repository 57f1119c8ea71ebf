import { ForgeError } from './ForgeError';

/** Settings of {@link politeFetch}; tests shorten them. */
export interface PoliteFetchOptions {
  /** For messages: "GitHub". */
  forge: string;
  /** Deadline of one request. Default 20 s. */
  timeoutMs?: number;
  /** Longest wait that a rate limit may ask for. Default 30 s. */
  maxWaitMs?: number;
  /** How often a request is tried in all. Default 4. */
  attempts?: number;
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

const FIRST_WAIT_MS = 500;

/**
 * `fetch` as a forge wants it: with a deadline, without following redirects to
 * other places, and waiting as long as a rate limit says. Reads are tried
 * again when the server is in trouble; writes only when it said that it has
 * not done them.
 *
 * @throws ForgeError `RateLimited`, `Unreachable`, `Refused`
 */
export function politeFetch(options: PoliteFetchOptions): typeof fetch {
  const {
    forge,
    timeoutMs = 20_000,
    maxWaitMs = 30_000,
    attempts = 4,
    now = Date.now,
    sleep = ms => new Promise(resolve => setTimeout(resolve, ms)),
  } = options;

  async function once(request: Request): Promise<Response> {
    try {
      return await fetch(request.clone(), {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (cause) {
      const late = (cause as Error).name === 'TimeoutError';
      throw new ForgeError(
        'Unreachable',
        `${forge} (${new URL(request.url).host}) ${
          late
            ? `did not answer within ${timeoutMs / 1000} s`
            : 'cannot be reached'
        }.`,
        { cause },
      );
    }
  }

  return async (input, init) => {
    const request = new Request(input, init);
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= attempts;
      const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1);
      let response: Response;
      try {
        response = await once(request);
      } catch (error) {
        if (last || !isRead(request)) throw error;
        await sleep(backoff);
        continue;
      }
      if (response.status >= 300 && response.status < 400) {
        throw new ForgeError(
          'Refused',
          `${forge} sends requests on to ${
            response.headers.get('location') ?? 'another address'
          }. Has the repository moved? Write its new address into the configuration.`,
        );
      }
      const wait = waitOf(response, now(), backoff);
      if (wait === undefined && !(isRead(request) && response.status >= 500)) {
        return response;
      }
      if (wait !== undefined && (last || wait > maxWaitMs)) {
        throw new ForgeError(
          'RateLimited',
          `${forge} takes no more requests for now (rate limit); it asks to wait ${Math.ceil(
            wait / 1000,
          )} s. Try again then.`,
        );
      }
      if (last) return response;
      await sleep(wait ?? backoff);
    }
  };
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** How long a rate limit asks to wait, in milliseconds; undefined when it is none. */
function waitOf(
  { status, headers }: Response,
  now: number,
  backoff: number,
): number | undefined {
  const after = Number(headers.get('retry-after') ?? NaN);
  if (status === 429 || ((status === 403 || status === 503) && after >= 0)) {
    return Number.isFinite(after)
      ? after * 1000
      : resetOf(headers, now) ?? backoff;
  }
  // GitHub's primary limit is a 403 that says so.
  return status === 403 && headers.get('x-ratelimit-remaining') === '0'
    ? resetOf(headers, now) ?? backoff
    : undefined;
}

function resetOf(headers: Headers, now: number): number | undefined {
  const reset = Number(
    headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? NaN,
  );
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : undefined;
}
