import type {
  NetworkHealth,
  NetworkMember,
} from '@monero-portal/plugin-monero-common';

/** A member that was seen with the newest block. Times are ms since the epoch, by the portal's clock. */
export interface Arrival {
  ordinal: number;
  /** When it was first seen with the block. */
  at: number;
  /** When it was last seen without it; absent when it never was. */
  withoutAt?: number;
  /** Number of the answer that told of it; 0 for what was so when the page was opened. */
  look: number;
  /** Its place among those that the same answer told of, in the order in which they were asked. */
  place: number;
}

/** A link whose one end was seen with the block while the other was still seen without it. */
export interface Pulse {
  from: number;
  to: number;
}

/** How far the newest block of a network has come, as far as that is known. */
export interface BlockTravel {
  /** Of the network: another one begins anew. */
  uid: string;
  /** Chain length with the block on top. */
  height: number;
  /** Absent while no member tells it. */
  hash?: string;
  /** Who has it, in the order in which they were seen with it. */
  arrivals: readonly Arrival[];
  pulses: readonly Pulse[];
  /** How many answers have told of arrivals since the page was opened. */
  looks: number;
  /** By member: when it was last looked at. */
  lookedAt: ReadonlyMap<number, number>;
}

interface Heard {
  ordinal: number;
  at: number;
  height: number;
  hash?: string;
}

/** More lines at once than that are a flash, not a picture. */
const MOST_PULSES = 200;

/**
 * Follows the newest block from one answer to the next. Members are asked one
 * by one every few seconds, so who was seen with it first need not have had it
 * first: only who was seen without it later than another was seen with it is
 * known to have it from elsewhere. Links between such two pulse; by which of
 * them it came, nobody knows. Pure.
 *
 * @returns undefined while no member tells a height
 */
export function followBlock(
  last: BlockTravel | undefined,
  network: NetworkHealth,
): BlockTravel | undefined {
  const before = last?.uid === network.uid ? last : undefined;
  const heard = network.members.flatMap(toHeard);
  const newest = newestOf(heard, before);
  if (!newest || network.stale) {
    return before;
  }
  const { height, hash } = newest;
  const isSame = before?.height === height && before.hash === hash;
  const owners = heard.filter(each => hasBlock(each, newest));
  const known = isSame
    ? before.arrivals.filter(({ ordinal }) =>
        owners.some(each => each.ordinal === ordinal),
      )
    : [];
  const fresh = owners
    .filter(each => !known.some(({ ordinal }) => ordinal === each.ordinal))
    .sort((a, b) => a.at - b.at || a.ordinal - b.ordinal);
  // A chain that was left for another one has not travelled from anywhere.
  const isWitnessed =
    before !== undefined && (isSame || height > before.height);
  const looks =
    (before?.looks ?? 0) + (isWitnessed && fresh.length > 0 ? 1 : 0);
  const arrivals = fresh.map(
    ({ ordinal, at }, place): Arrival => ({
      ...{ ordinal, at, place },
      withoutAt: isWitnessed ? before.lookedAt.get(ordinal) : undefined,
      look: isWitnessed ? looks : 0,
    }),
  );
  return {
    ...{ uid: network.uid, height, hash, looks },
    arrivals: [...known, ...arrivals],
    pulses: [
      ...(isSame ? before.pulses : []),
      ...pulsesBetween(known, arrivals, network),
    ],
    lookedAt: new Map(heard.map(({ ordinal, at }) => [ordinal, at])),
  };
}

function toHeard({ ordinal, node }: NetworkMember): Heard[] {
  const at = Date.parse(node?.sampledAt ?? '');
  return node?.height === undefined || Number.isNaN(at)
    ? []
    : [{ ordinal, at, height: node.height, hash: node.topHash }];
}

/** The highest block, and of two that are as high the one that more members have. */
function newestOf(
  heard: readonly Heard[],
  before: BlockTravel | undefined,
): { height: number; hash?: string } | undefined {
  if (heard.length === 0) {
    return undefined;
  }
  const height = Math.max(...heard.map(each => each.height));
  const counts = new Map<string, number>();
  for (const each of heard) {
    if (each.height === height && each.hash !== undefined) {
      counts.set(each.hash, (counts.get(each.hash) ?? 0) + 1);
    }
  }
  const most = Math.max(...counts.values());
  const leading = [...counts.keys()].filter(hash => counts.get(hash) === most);
  const held = before?.height === height ? before.hash : undefined;
  const hash = leading.find(each => each === held) ?? leading[0] ?? held;
  return { height, hash };
}

function hasBlock(
  heard: Heard,
  block: { height: number; hash?: string },
): boolean {
  return (
    heard.height === block.height &&
    (heard.hash === undefined || heard.hash === block.hash)
  );
}

function pulsesBetween(
  owners: readonly Arrival[],
  fresh: readonly Arrival[],
  { links }: NetworkHealth,
): Pulse[] {
  const absent = new Set(
    [...links.missing, ...links.unknown].map(pair => pair.join('-')),
  );
  const pulses = fresh.flatMap(({ ordinal: to, withoutAt = -Infinity }) =>
    owners
      .filter(({ at }) => at <= withoutAt)
      .map(({ ordinal: from }) => ({ from, to })),
  );
  const drawn = pulses.filter(
    ({ from, to }) =>
      !absent.has(`${Math.min(from, to)}-${Math.max(from, to)}`),
  );
  return drawn.length > MOST_PULSES ? [] : drawn;
}
