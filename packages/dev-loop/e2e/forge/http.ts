/** A proposal is a push and a pull request. */
const REQUEST_TIMEOUT_MS = 120_000;

/** What a server said. */
export interface Answer<T> {
  status: number;
  body: T;
}

/**
 * Sends a request with a body of JSON, and reads one.
 *
 * @throws when nobody answers within two minutes
 */
export async function call<T>(
  url: string,
  input: { method: string; authorization?: string; body?: object },
): Promise<Answer<T>> {
  const { method, authorization, body } = input;
  const response = await fetch(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      ...(authorization && { Authorization: authorization }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}
