/** What the agent remembers of its attempts. Times in milliseconds. */
export interface Memory {
  /** Commit of the latest attempt. */
  triedCommit?: string;
  /** When the same commit is tried again. */
  nextAt: number;
  /** Attempts that failed since the last success. */
  failures: number;
}

/** Before the first attempt. */
export const NOTHING_TRIED: Memory = { nextAt: 0, failures: 0 };

/** First pause after a failure; doubles with each further one. */
const BACKOFF_MIN_MS = 1000;

/** Whether to apply now: a new commit at once, the same one when it is time. */
export function isDue(memory: Memory, head: string, now: number): boolean {
  return head !== memory.triedCommit || now >= memory.nextAt;
}

/**
 * @param resyncMs pause after a success, and the longest after a failure
 */
export function afterAttempt(
  memory: Memory,
  attempt: { commit?: string; succeeded: boolean; now: number },
  resyncMs: number,
): Memory {
  const { commit, succeeded, now } = attempt;
  if (succeeded) {
    return { triedCommit: commit, nextAt: now + resyncMs, failures: 0 };
  }
  // Somebody pushed a correction, perhaps: its failures are counted anew.
  const failures = commit === memory.triedCommit ? memory.failures + 1 : 1;
  const pause = Math.min(BACKOFF_MIN_MS * 2 ** (failures - 1), resyncMs);
  return { triedCommit: commit, nextAt: now + pause, failures };
}
