import type { Arrival, BlockTravel } from './followBlock';

/** Members that got a block at about the same time, as far as that is known. */
export interface ArrivalGroup {
  /** Members by number. */
  ordinals: readonly number[];
  /**
   * They got it no sooner than so many seconds after the first member was seen
   * with it; 0: they may have had it before that.
   */
  atLeast: number;
  /** They had it so many seconds after that, or sooner. */
  atMost: number;
}

/** A table of more rows is no help: the last row stands for all later ones. */
const MOST_GROUPS = 7;

/**
 * When members got the newest block, in whole seconds since the first of them
 * was seen with it, soonest first. Each is asked every few seconds: it got the
 * block between two looks at it, so bounds are all that is known. What was so
 * when the page was opened is left out. Pure.
 */
export function arrivalGroups({
  arrivals,
}: Pick<BlockTravel, 'arrivals'>): ArrivalGroup[] {
  const seen = arrivals.filter(({ look }) => look > 0);
  const first = Math.min(...arrivals.map(({ at }) => at));
  const groups = new Map<number, Arrival[]>();
  for (const arrival of seen) {
    const atMost = Math.ceil((arrival.at - first) / 1_000);
    groups.set(atMost, [...(groups.get(atMost) ?? []), arrival]);
  }
  const sorted = [...groups].sort(([a], [b]) => a - b).map(([, each]) => each);
  const rows = [
    ...sorted.slice(0, MOST_GROUPS - 1),
    sorted.slice(MOST_GROUPS - 1).flat(),
  ];
  return rows
    .filter(members => members.length > 0)
    .map(members => groupOf(members, first));
}

function groupOf(members: readonly Arrival[], first: number): ArrivalGroup {
  const sinceFirst = (at: number) => Math.max(0, (at - first) / 1_000);
  return {
    ordinals: members.map(({ ordinal }) => ordinal).sort((a, b) => a - b),
    atLeast: Math.floor(
      Math.min(
        ...members.map(({ withoutAt }) => sinceFirst(withoutAt ?? first)),
      ),
    ),
    atMost: Math.ceil(Math.max(...members.map(({ at }) => sinceFirst(at)))),
  };
}
