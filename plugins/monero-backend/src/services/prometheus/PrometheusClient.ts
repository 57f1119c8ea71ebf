import type { KubeRequester } from '@monero-portal/kube-client';
import { PrometheusError, type PrometheusErrorCode } from './PrometheusError';

/** One series of an answer. */
export interface Series {
  labels: Readonly<Record<string, unknown>>;
  value: number;
}

/** What an instant query gave. */
export interface InstantAnswer {
  /** When it was evaluated, by Prometheus' clock, milliseconds since the epoch; absent when it found nothing. */
  at?: number;
  series: Series[];
  /** What was left out of the answer, in Prometheus' words. */
  warnings: string[];
}

/** How a Prometheus is asked. */
export interface PrometheusClientOptions {
  /** Sends requests to it, or to the API server that passes them on. */
  requester: Pick<KubeRequester, 'raw'>;
  /** Path of `api/v1/query` there. */
  path: string;
  /** Sent with every request. */
  headers: Readonly<Record<string, string>>;
  /** Deadline of a query. */
  timeoutMs?: number;
  /** Longest answer that is read. */
  maxBytes?: number;
}

const TIMEOUT_MS = 10_000;
/** A thousand pods make about 6 MB. */
const MAX_BYTES = 64 * 2 ** 20;
const MAX_REASON_LENGTH = 200;

/** Instant queries to one Prometheus, or what speaks its API. */
export class PrometheusClient {
  readonly #options: Required<PrometheusClientOptions>;

  constructor(options: PrometheusClientOptions) {
    this.#options = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, ...options };
  }

  /**
   * @param query - PromQL of an instant vector
   * @throws PrometheusError
   */
  async query(query: string, signal: AbortSignal): Promise<InstantAnswer> {
    const { requester, path, headers, timeoutMs, maxBytes } = this.#options;
    const body = new URLSearchParams({
      query,
      // Nobody waits for it any longer.
      timeout: `${timeoutMs}ms`,
    }).toString();
    const answer = await requester
      .raw('POST', path, {
        body,
        headers: {
          ...headers,
          'content-type': 'application/x-www-form-urlencoded',
        },
        ...{ signal, timeoutMs, maxBytes },
      })
      .catch(error => {
        throw ofTransport(error, this.#options);
      });
    const json = parse(answer.text);
    if (answer.status !== 200) {
      throw ofStatus(answer.status, json);
    }
    return readVector(json);
  }
}

function ofTransport(
  error: unknown,
  { timeoutMs, maxBytes }: Required<PrometheusClientOptions>,
): PrometheusError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const options = { cause: error };
  if (code === 'Timeout') {
    const message = `It has not answered within ${timeoutMs / 1000} s.`;
    return new PrometheusError('Timeout', message, options);
  }
  if (code === 'TooLarge') {
    const message = `Its answer is longer than ${maxBytes} bytes: look for series of pods that are none of the operator's, and leave them out by matchers.`;
    return new PrometheusError('TooLarge', message, options);
  }
  const cause = error instanceof Error ? error.cause ?? error : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `It cannot be reached: ${brief(reason)}.`;
  return new PrometheusError('Unreachable', message, options);
}

function ofStatus(status: number, json: unknown): PrometheusError {
  const [code, what] = meaningOf(status);
  const reason = reasonIn(json);
  return new PrometheusError(
    code,
    `${what} (HTTP status ${status}${reason ? `: ${brief(reason)}` : ''}).`,
  );
}

function meaningOf(status: number): [PrometheusErrorCode, string] {
  if (status === 401 || status === 403 || (status >= 300 && status < 400)) {
    return [
      'Denied',
      'It wants another login, or the portal lacks the permission to ask it',
    ];
  }
  if (status === 400 || status === 422) {
    return ['BadQuery', 'It refuses the query'];
  }
  return status === 429 || status >= 500
    ? ['Unavailable', 'It cannot answer now']
    : ['Malformed', 'There is no Prometheus at this address'];
}

/** Prometheus says `error`, an API server `message`. */
function reasonIn(json: unknown): string | undefined {
  const { error, message } = isRecord(json) ? json : {};
  return [error, message].find(
    (each): each is string => typeof each === 'string',
  );
}

function readVector(json: unknown): InstantAnswer {
  const data = isRecord(json) && json.status === 'success' && json.data;
  if (
    !isRecord(data) ||
    data.resultType !== 'vector' ||
    !Array.isArray(data.result)
  ) {
    throw new PrometheusError(
      'Malformed',
      'What answers does not speak the API of a Prometheus: look at the address.',
    );
  }
  let at: number | undefined;
  const series: Series[] = [];
  for (const { metric, value } of data.result.filter(isRecord)) {
    if (isRecord(metric) && Array.isArray(value)) {
      at ??= typeof value[0] === 'number' ? value[0] * 1000 : undefined;
      series.push({ labels: metric, value: Number(value[1]) });
    }
  }
  return { at, series, warnings: warningsIn(json) };
}

function warningsIn(json: unknown): string[] {
  const warnings = isRecord(json) && json.warnings;
  return Array.isArray(warnings)
    ? warnings
        .filter(each => typeof each === 'string')
        .slice(0, 10)
        .map(brief)
    : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(text: string): string {
  return text
    .split('\n')[0]
    .replace(/[\s.]+$/, '')
    .slice(0, MAX_REASON_LENGTH);
}
