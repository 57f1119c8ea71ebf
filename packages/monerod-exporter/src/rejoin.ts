import { setTimeout as delay } from 'node:timers/promises';
import { Connection, DaemonClient, DaemonInfo } from 'monerod-client';
import { explain } from './explain';

/** How often the daemon is looked at, in milliseconds. */
export const LOOK_EVERY_MS = 5_000;

/** A peer that was greeted so lately may still bring the daemon in sync. */
const MIN_LIVE_SECONDS = 5;
/**
 * A link that bytes leave by may be carrying the chain to the peer. What comes in
 * says nothing: peers announce blocks, and a daemon out of sync ignores them.
 */
const MIN_IDLE_SECONDS = 3;
/** States of a link from which the daemon gets what the peer has more. */
const FETCHING = new Set(['synchronizing', 'standby']);
/** Long enough to end the connection; both sides dial again after it. */
const BAN_SECONDS = 1;
/** Looks in a row that find it stranded before a hang-up: a state of a moment is none. */
const FIRST_PATIENCE_LOOKS = 2;
/** Twice as many after each hang-up, up to this. */
const MAX_PATIENCE_LOOKS = 12;

/** The calls that it takes. */
export type RejoinDaemon = Pick<
  DaemonClient,
  'getInfo' | 'getConnections' | 'setBans'
>;

/** What looking after a daemon takes. */
export interface RejoinDeps {
  client: RejoinDaemon;
  /** Deadline of each call, in milliseconds. */
  timeoutMs: number;
  signal: AbortSignal;
  /** Writes one line for people. */
  print(line: string): void;
  /** Waits; rejects when the signal aborts. Default: real time. */
  pause?(ms: number): Promise<unknown>;
}

/**
 * The peer to hang up on, of a daemon that is stranded: it has peers, none of
 * them is ahead, and yet it does not call itself synchronized.
 *
 * monerod notices that it is in sync in two moments only (0.18,
 * `process_payload_sync_data`): at the greeting of a peer that is not behind,
 * and when it has fetched all that a peer had more. A node that was greeted by
 * peers without its chain, and then gave it to them, waits for ever; one whose
 * peers got a block while it fetched theirs waits for their next timed sync, up
 * to a minute. Meanwhile it ignores blocks and transactions that arrive.
 *
 * @returns undefined when the daemon is not stranded, or the peers are busy
 */
export function peerToGreetAgain(
  info: DaemonInfo,
  connections: readonly Connection[],
): Connection | undefined {
  const searching =
    !info.synchronized &&
    !info.busySyncing &&
    !info.offline &&
    (info.targetHeight ?? 0) <= info.height;
  const nobodyAhead = connections.every(
    ({ height, state }) => height <= info.height && !FETCHING.has(state),
  );
  if (!searching || !nobodyAhead) return undefined;
  return connections
    .filter(isQuiet)
    .sort((a, b) => b.height - a.height || b.liveSeconds - a.liveSeconds)[0];
}

function isQuiet(connection: Connection): boolean {
  return (
    connection.state === 'normal' &&
    connection.liveSeconds >= MIN_LIVE_SECONDS &&
    connection.sentIdleSeconds >= MIN_IDLE_SECONDS
  );
}

/** `host` of `host:port`; monerod takes IPv6 without brackets. */
function hostOf({ address }: Connection): string {
  return address.slice(0, address.lastIndexOf(':')).replace(/^\[(.*)\]$/, '$1');
}

/**
 * Looks after a daemon of a closed network until the signal fires: when it is
 * stranded, bans one peer for a second, which ends the connection. Both sides
 * dial again, greet each other as equals, and the daemon knows that it is in
 * sync. A ban ends by itself, whatever becomes of the exporter.
 */
export async function keepJoined(deps: RejoinDeps): Promise<void> {
  const { signal, pause = ms => delay(ms, undefined, { signal }) } = deps;
  let looks = 0;
  let patience = FIRST_PATIENCE_LOOKS;
  for (;;) {
    await pause(LOOK_EVERY_MS).catch(() => {}); // the signal
    if (signal.aborted) return;
    const peer = await strandedAt(deps);
    if (!peer) {
      looks = 0;
      patience = FIRST_PATIENCE_LOOKS;
      continue;
    }
    looks += 1;
    if (looks < patience) continue;
    looks = 0;
    patience = Math.min(patience * 2, MAX_PATIENCE_LOOKS);
    await greetAgain(peer, deps);
  }
}

async function strandedAt({ client, timeoutMs, signal }: RejoinDeps) {
  const limits = { timeoutMs, signal };
  try {
    const info = await client.getInfo(limits);
    if (info.synchronized) return undefined;
    return peerToGreetAgain(info, await client.getConnections(limits));
  } catch {
    return undefined; // it is starting or gone; readiness says so
  }
}

async function greetAgain(
  peer: Connection,
  { client, timeoutMs, signal, print }: RejoinDeps,
): Promise<void> {
  print(
    `no peer is ahead, and monerod does not notice that it is in sync: hanging up on ${peer.address}, to be greeted again`,
  );
  try {
    await client.setBans(
      { bans: [{ host: hostOf(peer), ban: true, seconds: BAN_SECONDS }] },
      { timeoutMs, signal },
    );
  } catch (error) {
    if (!signal.aborted) print(`hanging up failed: ${explain(error as Error)}`);
  }
}
