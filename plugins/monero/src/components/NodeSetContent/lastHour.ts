import type { History } from '@monero-portal/plugin-monero-common';
import type { Values } from '../HistoryCard/inWords';
import { blocksRangeOf, rangeOf, type Range } from '../HistoryCard/linePath';

/** One quantity of all pods, on one scale so that rows can be compared. */
export interface Trend {
  /** Undefined when nothing was measured of any pod. */
  range?: Range;
  byPod: ReadonlyMap<string, Values>;
}

/** What the nodes of a set were like in the hour before now. */
export interface LastHour {
  behind: Trend;
  /** Outgoing and incoming links together. */
  peers: Trend;
}

type Series = History['pods'][number]['series'];

/** The small lines of a table of nodes. Pure. */
export function lastHourOf({ pods }: History): LastHour {
  const behind = trendOf(pods, ({ blocksBehind }) => blocksBehind);
  return {
    behind: {
      ...behind,
      range: blocksRangeOf([...behind.byPod.values()]),
    },
    peers: trendOf(pods, ({ peersOut, peersIn }) => sumOf(peersOut, peersIn)),
  };
}

function trendOf(
  pods: History['pods'],
  valuesOf: (series: Series) => Values | undefined,
): Trend {
  const byPod = new Map(
    pods.flatMap(({ pod, series }) => {
      const values = valuesOf(series);
      return values ? [[pod, values] as const] : [];
    }),
  );
  return { byPod, range: rangeOf([...byPod.values()]) };
}

/** Value by value; what only one of them knows is that. */
function sumOf(a: Values = [], b: Values = []): Values | undefined {
  const length = Math.max(a.length, b.length);
  return length === 0
    ? undefined
    : Array.from({ length }, (_, index) => {
        const one = a[index] ?? null;
        const other = b[index] ?? null;
        return one === null && other === null
          ? null
          : (one ?? 0) + (other ?? 0);
      });
}
