import type { Condition, NodeHealth, Verdict } from '../schemas';
import { conditionOf } from './conditions';
import { secondsSince } from './format';
import { isLongUnpublished, lostOnionOf } from './services';

/** How long a node that is in sync may look for a first peer on Tor or I2P. */
const RELAYING_GRACE_SECONDS = 300;

/** What the operator wrote of a set. */
interface Told {
  conditions: readonly Condition[];
}

/** Wallets are led to nodes that are in sync and hand transactions on. */
export function servingCount(nodes: readonly NodeHealth[]): number {
  return nodes.filter(
    ({ state, relaying }) => state === 'In sync' && relaying !== false,
  ).length;
}

/** Nodes at the top of the chain, whether they hand transactions on or not. */
export function inSyncCount(nodes: readonly NodeHealth[]): number {
  return nodes.filter(node => node.state === 'In sync').length;
}

/** Whether wallets are served, in a sentence. */
export function served(told: Told, nodes: readonly NodeHealth[]): string {
  const serving = servingCount(nodes);
  if (serving === 0) {
    return 'Wallets are not served.';
  }
  if (lostOnionOf(told)) {
    return 'Wallets are served, but not over Tor.';
  }
  return serving < inSyncCount(nodes)
    ? `Wallets are served by ${serving} of them.`
    : 'Wallets are served.';
}

/** What keeps wallets from being served, or served over Tor, though all nodes are in sync. */
export function lackOf(
  told: Told,
  nodes: readonly NodeHealth[],
  { progress, now }: { progress: string; now: number },
): Pick<Verdict, 'state' | 'detail'> | undefined {
  const serving = servingCount(nodes);
  if (serving < inSyncCount(nodes)) {
    const { message = '', lastTransitionTime: since } =
      conditionOf(told, 'Relaying', 'False') ?? {};
    const isNew =
      since === undefined || secondsSince(since, now) < RELAYING_GRACE_SECONDS;
    const unserved = isNew ? 'Progressing' : 'Down';
    return {
      state: serving > 0 ? 'Degraded' : unserved,
      detail: progress || message,
    };
  }
  const lost = lostOnionOf(told);
  return (
    lost && {
      state: isLongUnpublished(lost.lastTransitionTime, now)
        ? 'Degraded'
        : 'Progressing',
      detail: [lost.message, progress].filter(Boolean).join(' '),
    }
  );
}
