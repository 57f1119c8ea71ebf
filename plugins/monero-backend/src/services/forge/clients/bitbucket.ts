import type { PullRequestOptions } from '../PullRequests';
import { refusal } from '../refusal';
import type { ClientOptions } from './client';

/** What people call both, Cloud and Data Center. */
export const BITBUCKET = 'Bitbucket';

/** Both take a whole `Authorization`, which may expire. */
export type BitbucketOptions = Omit<ClientOptions, 'token'> &
  PullRequestOptions & { authorization: () => Promise<string | undefined> };

/** How either library asks: JSON, and with who one is at each request. */
export function requestsOf(options: BitbucketOptions) {
  return {
    baseUrl: options.apiBaseUrl,
    headers: { Accept: 'application/json' },
    fetch: async (request: Request) => {
      const headers = new Headers(request.headers);
      const authorization = await options.authorization();
      if (authorization) headers.set('Authorization', authorization);
      return options.fetch(new Request(request, { headers }));
    },
  };
}

/** What a refusal is about. */
export interface AttemptOptions {
  /** Such as `workspace/repository`. */
  repository: string;
  /** What a token must allow. */
  scope: string;
  /** The status that a refusal stands for, where the forge has another. */
  statusOf?: (status: number) => number;
}

/** Makes calls whose refusals say what was tried and where. */
export function attemptsIn(options: AttemptOptions) {
  const { repository, scope, statusOf = status => status } = options;
  /** @throws ForgeError */
  return async function attempt<T>(
    what: string,
    call: Promise<{ data?: T; error?: unknown; response: Response }>,
  ): Promise<T> {
    const { data, error, response } = await call;
    if (response.ok && data !== undefined) return data;
    throw refusal({
      forge: BITBUCKET,
      what: `${what} in ${repository}`,
      status: statusOf(response.status),
      headers: response.headers,
      body: error,
      scope,
    });
  };
}
