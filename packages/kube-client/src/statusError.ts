import { KubeError, KubeErrorCause, KubeErrorCode } from './KubeError';
import { RawResponse } from './types';

const BY_STATUS: Readonly<Record<number, KubeErrorCode>> = {
  400: 'Invalid',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Expired',
  413: 'Invalid',
  415: 'Invalid',
  422: 'Invalid',
  429: 'TooManyRequests',
  504: 'Timeout',
};

/** The part of Kubernetes' Status object that matters to us. */
interface StatusBody {
  message?: unknown;
  reason?: unknown;
  code?: unknown;
  details?: { causes?: unknown };
}

/** The error that an answer with a failure status stands for. */
export function errorOfResponse(
  response: RawResponse,
  what: string,
): KubeError {
  const body = parseBody(response.text);
  return errorOfStatus(body, {
    status: response.status,
    what,
    fallback: response.text.slice(0, 200),
    retryAfterMs: retryAfterMs(response.headers['retry-after']),
  });
}

/** The error that a Status object stands for, as watches deliver it too. */
export function errorOfStatus(
  raw: unknown,
  context: {
    status?: number;
    what: string;
    fallback?: string;
    retryAfterMs?: number;
  },
): KubeError {
  const body: StatusBody = isRecord(raw) ? raw : {};
  const status =
    context.status ?? (typeof body.code === 'number' ? body.code : 500);
  const message =
    typeof body.message === 'string' && body.message !== ''
      ? body.message
      : context.fallback || 'no explanation given';
  return new KubeError({
    code: codeOf(status, body.reason, message),
    status,
    message: `${context.what}: ${message} (HTTP ${status})`,
    causes: causesOf(body.details),
    retryAfterMs: context.retryAfterMs,
  });
}

/** Server-side apply of a field that the definition does not know is an internal error to the API server. */
const UNKNOWN_FIELD = /field not declared in schema/;

function codeOf(
  status: number,
  reason: unknown,
  message: string,
): KubeErrorCode {
  if (status === 500 && UNKNOWN_FIELD.test(message)) return 'Invalid';
  if (reason === 'AlreadyExists') return 'AlreadyExists';
  return BY_STATUS[status] ?? 'Server';
}

function causesOf(details: unknown): KubeErrorCause[] {
  const causes = isRecord(details) ? details.causes : undefined;
  if (!Array.isArray(causes)) return [];
  return causes.filter(isRecord).map(cause => ({
    field: typeof cause.field === 'string' ? cause.field : undefined,
    message: String(cause.message ?? ''),
    reason: typeof cause.reason === 'string' ? cause.reason : undefined,
  }));
}

/** Nobody is told to stay away for longer; Kubernetes asks for seconds. */
const MAX_RETRY_AFTER_MS = 5 * 60_000;

/** Milliseconds of a Retry-After header in seconds; Kubernetes sends no dates. */
function retryAfterMs(
  header: string | string[] | undefined,
): number | undefined {
  const seconds = Number(Array.isArray(header) ? header[0] : header);
  return Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds * 1000, MAX_RETRY_AFTER_MS)
    : undefined;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // proxies answer with HTML
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
