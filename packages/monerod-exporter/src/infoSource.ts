import type { DaemonInfo } from 'monerod-client';
import { singleFlight } from './singleFlight';

/** Outcome of one get_info. */
export interface InfoSample {
  /** When the daemon was asked, on the injected clock: the data is no older. */
  askedAtMs: number;
  info?: DaemonInfo;
  error?: Error;
}

/** The daemon's state, asked for at most once at a time. */
export interface InfoSource {
  /** Joins the question under way, or asks. Never rejects. */
  ask(): Promise<InfoSample>;
  /** The last outcome, if there is one. */
  latest(): InfoSample | undefined;
  /** When the question under way was asked; `undefined` when none is. */
  askingSinceMs(): number | undefined;
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/**
 * Shares get_info between probes and scrapes. A syncing mainnet node may take
 * 25 s for it, and goes on working for askers that have hung up: so there is
 * one patient question at a time, for which each asker waits as long as it can.
 */
export function createInfoSource(
  getInfo: () => Promise<DaemonInfo>,
  now: () => number,
): InfoSource {
  let latest: InfoSample | undefined;
  let askingSinceMs: number | undefined;
  const ask = singleFlight(async (): Promise<InfoSample> => {
    const askedAtMs = now();
    askingSinceMs = askedAtMs;
    try {
      latest = { askedAtMs, info: await getInfo() };
    } catch (error) {
      latest = { askedAtMs, error: asError(error) };
    }
    askingSinceMs = undefined;
    return latest;
  });
  return { ask, latest: () => latest, askingSinceMs: () => askingSinceMs };
}
