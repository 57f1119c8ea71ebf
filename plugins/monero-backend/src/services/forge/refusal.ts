import { ForgeError, type ForgeErrorCode } from './ForgeError';

/** An answer that is no success, whatever client it came through. */
export interface Refusal {
  /** Name of the forge. */
  forge: string;
  /** What was tried: "open a pull request in acme/gitops". */
  what: string;
  status: number | undefined;
  headers?: Headers | Record<string, unknown>;
  /** The body, read as JSON where it was. */
  body?: unknown;
  /** Scope that this takes, as the forge's settings name it. */
  scope: string;
  cause?: unknown;
}

/** Turns a refusal into one error in the same words for every forge. Pure. */
export function refusal(answer: Refusal): ForgeError {
  const { forge, what, cause } = answer;
  const code = codeOf(answer);
  const said = wordsOf(answer.body);
  const rest = said ? ` ${forge} says: ${said}` : '';
  const message: Record<ForgeErrorCode, string> = {
    Unauthorized: `${forge} does not accept the token for it. Is it right, and has it not expired? (integrations in the configuration)`,
    MissingScope: `The token lacks the scope ${
      scopeIn(answer) ?? answer.scope
    }. Give it that scope, or use another token (integrations in the configuration).`,
    NotFound:
      'There is no such repository or pull request, or the token may not see it.',
    Protected: 'A rule of the forge protects the branch.',
    Conflict: 'It is there already, or has changed meanwhile.',
    RateLimited: 'Too many requests.',
    Unreachable: `It answered ${answer.status ?? 'nothing usable'}.`,
    Refused: `It answered ${answer.status ?? 'nothing usable'}.`,
  };
  return new ForgeError(
    code,
    `${forge} would not ${what}. ${message[code]}${rest}`,
    { cause },
  );
}

function codeOf({ status, body }: Refusal): ForgeErrorCode {
  switch (status) {
    case 401:
      return 'Unauthorized';
    case 403:
      return /protected/i.test(wordsOf(body) ?? '')
        ? 'Protected'
        : 'MissingScope';
    case 404:
      return 'NotFound';
    case 409:
    case 422:
      return 'Conflict';
    case 429:
      return 'RateLimited';
    default:
      return status === undefined || status >= 500 ? 'Unreachable' : 'Refused';
  }
}

/** The scope that the forge itself names. */
function scopeIn({ headers, body }: Refusal): string | undefined {
  const accepted = headerOf(headers, 'x-accepted-oauth-scopes');
  if (accepted) return accepted;
  const permission = headerOf(headers, 'x-accepted-github-permissions');
  if (permission) return permission;
  // GitLab: {error: "insufficient_scope", scope: "api"}.
  const gitlab = textAt(body, ['scope']);
  // Gitea: "token does not have at least one of required scope(s), required=[write:repository], token scope=..."
  const gitea = /required(?: scope\(s\))?[:=]\s*\[([^\]]+)\]/.exec(
    wordsOf(body) ?? '',
  )?.[1];
  // Bitbucket Cloud: {error: {detail: {required: ["pullrequest:write"]}}}.
  const required = at(body, ['error', 'detail', 'required']);
  const bitbucket = Array.isArray(required) ? required.join(', ') : undefined;
  return gitlab ?? gitea ?? bitbucket;
}

function headerOf(
  headers: Refusal['headers'],
  name: string,
): string | undefined {
  const value =
    headers instanceof Headers ? headers.get(name) : headers?.[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

const WORDS: readonly (readonly string[])[] = [
  ['message'],
  ['error_description'],
  ['error', 'message'],
  ['errors', '0', 'message'],
  ['error'],
];

/** What the forge says, in one bounded line; it may be anything. */
function wordsOf(body: unknown): string | undefined {
  const found =
    typeof body === 'string'
      ? body
      : WORDS.map(path => textAt(body, path)).find(Boolean);
  const details = textAt(body, ['errors', '0', 'message']);
  const text = [found, details === found ? undefined : details]
    .filter(Boolean)
    .join(': ');
  return (
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 300) || undefined
  );
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = at(value, path);
  if (Array.isArray(found)) {
    return (
      found.filter(each => typeof each === 'string').join(', ') || undefined
    );
  }
  return typeof found === 'string' && found ? found : undefined;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}
