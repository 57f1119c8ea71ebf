/** What the GitOps agent tells about its attempts. */
export interface GitOpsEvent {
  type: 'applied' | 'failed';
  /** The commit in question; undefined when the repository cannot be read. */
  commit?: string;
  /** When the attempt ended. */
  at: Date;
  /** What was applied in short, or what is wrong and what to do. */
  detail: string;
}

/** Outcome of the agent's work so far. */
export interface AppliedState {
  /** Last commit that was applied whole. */
  commit?: string;
  /** When it was last confirmed in the cluster. */
  time?: Date;
  /** Why the latest attempt failed; undefined when it succeeded. */
  error?: string;
}

/** Settings of {@link startGitOpsAgent}. */
export interface GitOpsAgentOptions {
  /** Path of the (bare) repository. */
  repository: string;
  /** Branch to follow, such as `main`. */
  branch: string;
  /** Folder inside the repository, such as `clusters/dev`. */
  path: string;
  /** Kubeconfig whose user may apply everything that the repository holds. */
  kubeconfigPath: string;
  /** Path of kubectl. */
  kubectl: string;
  /** Ends the agent. */
  signal: AbortSignal;
  /** Hears of every applied commit, and of every failure that is new. */
  onEvent?: (event: GitOpsEvent) => void;
  /** Pause between looks at the branch, milliseconds. Default 1000. */
  pollMs?: number;
  /** The cluster is compared again after this long, milliseconds. Default 30 000. */
  resyncMs?: number;
}

/** A running agent. */
export interface GitOpsAgent {
  /** The state so far. */
  lastApplied(): AppliedState;
  /** Resolves when the agent has ended; never rejects. */
  done: Promise<void>;
}
