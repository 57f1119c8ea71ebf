import { inSync } from 'monerod-client';
import { explain } from './explain';
import { InfoSample, InfoSource } from './infoSource';
import { within } from './patience';

/** Answer to the question whether the node may serve wallets. */
export interface Readiness {
  ready: boolean;
  /** One plain sentence fragment without its full stop. */
  reason: string;
  /** The only thing in the way comes and goes by itself while a node is well. */
  passing?: boolean;
}

/** A probe's answer comes within this time, whatever the daemon does. */
export const PROBE_WAIT_MS = 1_500;

/** Data older than this never makes a node ready. */
export const MAX_AGE_MS = 5_000;

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

function judge(sample: InfoSample, ageMs: number): Readiness {
  if (!sample.info) {
    const error = sample.error ?? new Error('monerod gave no answer');
    return { ready: false, reason: explain(error) };
  }
  if (ageMs > MAX_AGE_MS) {
    return {
      ready: false,
      reason: `monerod took ${seconds(ageMs)} to answer: too long to be of use`,
    };
  }
  const { inSync: ready, reason } = inSync(sample.info);
  // A node in sync is busy for moments whenever blocks come in.
  const passing =
    !ready && inSync({ ...sample.info, busySyncing: false }).inSync;
  return passing ? { ready, reason, passing } : { ready, reason };
}

/**
 * Judges whether the node is in sync, in at most {@link PROBE_WAIT_MS}.
 *
 * Every probe asks the daemon. When its answer does not come in time the last
 * one counts, if it is recent enough; age is measured from the moment of
 * asking, so an answer that took longer than {@link MAX_AGE_MS} does not count.
 */
export async function checkReadiness(
  source: InfoSource,
  now: () => number,
): Promise<Readiness> {
  const sample = await within(PROBE_WAIT_MS, source.ask());
  if (sample) {
    return judge(sample, now() - sample.askedAtMs);
  }
  const latest = source.latest();
  const ageMs = latest ? now() - latest.askedAtMs : Infinity;
  if (latest && ageMs <= MAX_AGE_MS) {
    return judge(latest, ageMs);
  }
  const waitedMs = now() - (source.askingSinceMs() ?? now());
  return {
    ready: false,
    reason: `monerod has not answered for ${seconds(waitedMs)}`,
  };
}
