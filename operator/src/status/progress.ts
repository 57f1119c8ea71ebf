import { CONDITION, Finding, REASON } from './conditions';
import { readConditions } from './readConditions';

/** One of many that a change goes through: a node, a member, a miner. */
export interface Part {
  /** Its name. */
  pod: string;
  /** Not on what was asked for last. */
  outdated: boolean;
  /** Does what it is there for. */
  done: boolean;
  /** Why not. A sentence. */
  message?: string;
}

/** How many there should be, and in which words. */
export interface Wanted {
  replicas: number;
  /** Such as `3 nodes`. */
  text: string;
  /** What a change does to one: `replaced`. */
  verb: string;
}

/**
 * How far a change is, like `kubectl rollout status`; undefined when none is
 * under way. One that began has ended when all do what they are there for:
 * not as soon as the last was replaced.
 *
 * @param parts - those wanted that exist
 * @param before - conditions as they are found, the last that were written
 */
export function rolloutFinding(
  parts: readonly Part[],
  wanted: Wanted,
  before: unknown,
): Finding | undefined {
  const began =
    readConditions(before).find(({ type }) => type === CONDITION.ready)
      ?.reason === REASON.rollingOut;
  const old = parts.filter(part => part.outdated).length;
  const missing = wanted.replicas - parts.length;
  const waiting = parts.find(part => !part.done);
  if (old === 0 && !(began && (waiting || missing > 0))) return undefined;
  const replaced = `${parts.length - old} of ${wanted.text} ${wanted.verb}`;
  const reason = REASON.rollingOut;
  if (waiting) {
    const why = waiting.message ?? 'it is not in order yet.';
    return { reason, message: `${replaced}; waits for ${waiting.pod}: ${why}` };
  }
  return {
    reason,
    message: missing > 0 ? `${replaced}; waits for a new pod.` : `${replaced}.`,
  };
}
