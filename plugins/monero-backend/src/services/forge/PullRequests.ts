/** A pull request (or merge request) as a forge has it now. */
export interface PullRequest {
  /** Its number in the repository. */
  number: number;
  /** Its page. */
  url: string;
  state: 'open' | 'merged' | 'closed';
  /** Commit at the top of its branch, when the forge tells. */
  head?: string;
  mergeCommit?: string;
  /** Login of who merged or closed it, when the forge tells. */
  by?: string;
  /** When it was merged or closed, ISO 8601, when the forge tells. */
  at?: string;
  /** What it waits for, when the forge tells: "Waits for an approval." */
  waits?: string;
  /** It cannot be merged as it is. */
  conflict?: boolean;
}

/** A pull request to be opened. */
export interface NewPullRequest {
  branch: string;
  targetBranch: string;
  title: string;
  /** Markdown. */
  body: string;
}

/** How pull requests are opened, by configuration. */
export interface PullRequestOptions {
  /** Logins that are asked for a review. */
  reviewers: readonly string[];
  labels: readonly string[];
  draft: boolean;
}

/**
 * Pull requests of one repository on one forge. Every method throws
 * {@link ForgeError}.
 */
export interface PullRequests {
  /** Name of the forge, for people: "GitHub". */
  readonly forge: string;
  /** The open pull request of a branch. */
  find(branch: string, targetBranch: string): Promise<PullRequest | undefined>;
  /** Opens one, without looking whether there is one. */
  create(request: NewPullRequest): Promise<PullRequest>;
  get(number: number): Promise<PullRequest>;
  close(number: number): Promise<void>;
}
