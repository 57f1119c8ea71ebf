import { IncomingMessage, request as plainRequest } from 'node:http';
import { decodeSummary, MinerSummary, SummaryError } from './summary';

/** Why a miner could not be asked. */
export type MinerErrorCode =
  | 'Unreachable'
  | 'Timeout'
  | 'Unauthorized'
  | 'BadResponse';

/** A miner could not be asked, or answered nonsense. */
export class MinerError extends Error {
  readonly name = 'MinerError';

  constructor(readonly code: MinerErrorCode, message: string) {
    super(message);
  }
}

/** Reads the state of one xmrig. */
export interface MinerClient {
  /** @throws MinerError */
  getSummary(timeoutMs: number): Promise<MinerSummary>;
}

/** Where the miner is. */
export interface XmrigClientOptions {
  /** Of its HTTP API, such as `http://127.0.0.1:18088`. */
  url: string;
  /** Sent as a bearer token. */
  accessToken?: string;
  /** Ends calls under way. */
  signal?: AbortSignal;
}

/** A summary is about 3 kB. */
const MAX_BYTES = 256 * 1024;

/**
 * A client of xmrig's HTTP API, version 2.
 * @throws TypeError when the URL is none
 */
export function createXmrigClient({
  url,
  accessToken,
  signal,
}: XmrigClientOptions): MinerClient {
  const endpoint = summaryUrl(url);
  const headers: Record<string, string> = accessToken
    ? { authorization: `Bearer ${accessToken}` }
    : {};
  return {
    async getSummary(timeoutMs) {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const response = await get(
          endpoint,
          headers,
          signal ? AbortSignal.any([deadline, signal]) : deadline,
        );
        return decodeSummary(JSON.parse(await bodyOf(response)));
      } catch (error) {
        throw asMinerError(error, deadline.aborted, timeoutMs);
      }
    },
  };
}

function summaryUrl(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) {
    throw new TypeError(
      `url: "${url}" is not an http or https URL such as http://127.0.0.1:18088`,
    );
  }
  return new URL('/2/summary', base);
}

/** Not `fetch`, whose code costs 10 MB of memory; https loads where it is used. */
async function get(
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request =
    url.protocol === 'https:'
      ? (await import('node:https')).request
      : plainRequest;
  return new Promise((resolve, reject) => {
    request(url, { headers, signal }, resolve).on('error', reject).end();
  });
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const { statusCode } = response;
  if (statusCode !== 200) response.destroy();
  if (statusCode === 401 || statusCode === 403) {
    throw new MinerError(
      'Unauthorized',
      'xmrig wants its access token: set XMRIG_ACCESS_TOKEN',
    );
  }
  if (statusCode !== 200) {
    throw new MinerError(
      'BadResponse',
      `xmrig answered with HTTP status ${statusCode}`,
    );
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) {
      response.destroy();
      throw new MinerError(
        'BadResponse',
        `xmrig answered with more than ${MAX_BYTES} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asMinerError(
  error: unknown,
  late: boolean,
  timeoutMs: number,
): MinerError {
  if (error instanceof MinerError) return error;
  if (late) {
    return new MinerError(
      'Timeout',
      `xmrig has not answered within ${timeoutMs} ms`,
    );
  }
  if (error instanceof SyntaxError || error instanceof SummaryError) {
    return new MinerError(
      'BadResponse',
      `what answers is no xmrig: ${error.message}`,
    );
  }
  const cause = error instanceof Error ? error.cause ?? error : error;
  return new MinerError(
    'Unreachable',
    `xmrig does not answer: it is starting, stopped or not there (${
      cause instanceof Error ? cause.message : String(cause)
    })`,
  );
}
