import type { PullRequest } from '../PullRequests';

/** What every client of a forge needs. */
export interface ClientOptions {
  /** Where the forge's API is, without a slash at the end. */
  apiBaseUrl: string;
  /** Owner, group, workspace or project. */
  owner: string;
  repo: string;
  /** The token, asked for again at each use: it may expire. */
  token: () => Promise<string | undefined>;
  fetch: typeof fetch;
}

/** The one word for what forges say in two. */
export function stateOf(said: {
  open: boolean;
  merged: boolean;
}): PullRequest['state'] {
  if (said.merged) return 'merged';
  return said.open ? 'open' : 'closed';
}
