import { DaemonInfo } from './endpoints/getInfo';

/** Whether a daemon may serve wallets, and why or why not. */
export interface SyncVerdict {
  inSync: boolean;
  /** One plain sentence fragment, such as `184 blocks behind`. */
  reason: string;
  /** 0 in sync, `undefined` where nobody can know. */
  blocksBehind?: number;
}

/** A node this close to its tallest peer is in sync: blocks arrive at any moment. */
const TOLERATED_BLOCKS = 2;

type Check = (info: DaemonInfo) => SyncVerdict | undefined;

const no = (reason: string, blocksBehind?: number): SyncVerdict => ({
  inSync: false,
  reason,
  blocksBehind,
});

function connectionsOf(info: DaemonInfo): number | undefined {
  return info.incomingConnections === undefined ||
    info.outgoingConnections === undefined
    ? undefined
    : info.incomingConnections + info.outgoingConnections;
}

/** Why a daemon is not in sync; the first that holds is the reason. */
const CHECKS: readonly Check[] = [
  // The numbers are another daemon's.
  info =>
    info.untrusted
      ? no('not its own data: answers come from a bootstrap daemon')
      : undefined,
  // Synchronized stays true when the last peer goes, and the target falls back
  // to 0: without peers nobody knows how far the chain has grown. Restricted
  // listeners keep the number to themselves.
  info =>
    !info.offline && connectionsOf(info) === 0
      ? no(
          info.synchronized
            ? 'no peers: 0 connections'
            : 'no peers yet: 0 connections',
        )
      : undefined,
  info => {
    const behind = (info.targetHeight ?? 0) - info.height;
    return behind > TOLERATED_BLOCKS
      ? no(`${behind} blocks behind`, behind)
      : undefined;
  },
  info =>
    info.synchronized
      ? undefined
      : no('not synchronized yet: still comparing its chain with its peers'),
  info => (info.busySyncing ? no('busy adding blocks') : undefined),
];

/**
 * The readiness rule: synchronized, not adding a batch of blocks, at most two
 * blocks behind its tallest peer, and with at least one peer unless it is
 * offline by intention.
 */
export function inSync(info: DaemonInfo): SyncVerdict {
  for (const check of CHECKS) {
    const verdict = check(info);
    if (verdict) {
      return verdict;
    }
  }
  const why = info.offline ? ', offline by intention' : '';
  return {
    inSync: true,
    reason: `in sync at height ${info.height}${why}`,
    blocksBehind: 0,
  };
}
